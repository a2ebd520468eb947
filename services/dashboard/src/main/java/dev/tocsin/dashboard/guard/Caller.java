package dev.tocsin.dashboard.guard;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param id of the user or key; empty where nobody is known
 * @param name as people read it
 * @param role what they may; null for nobody
 * @param session the hash of the session's token, for people
 */
public record Caller(Kind kind, String id, String name, @Nullable Role role, @Nullable String session) {
    /** How they are known. */
    public enum Kind {
        /** They are not. */
        NOBODY,
        /** Somebody on this machine, who may read where that is allowed. */
        VISITOR,
        /** A user who signed in. */
        PERSON,
        /** A machine with an API key. */
        KEY
    }

    public static final Caller NOBODY = new Caller(Kind.NOBODY, "", "", null, null);
    public static final Caller VISITOR = new Caller(Kind.VISITOR, "", "", Role.VIEWER, null);

    private static final int MAX_NAME = 80;

    public static Caller person(String id, String name, Role role, String session) {
        return new Caller(Kind.PERSON, id, name, role, session);
    }

    public static Caller key(String id, String name, Role role) {
        return new Caller(Kind.KEY, id, name, role, null);
    }

    public boolean may(Role needed) {
        return role != null && role.covers(needed);
    }

    /** Whether anybody stands behind it whom an audit could name. */
    public boolean isKnown() {
        return kind == Kind.PERSON || kind == Kind.KEY;
    }

    /** Whether the browser sends along by itself what makes this caller known, so that another site could use it. */
    public boolean isAmbient() {
        return kind != Kind.KEY;
    }

    /**
     * The name under what is decided. People decide as themselves; a machine may say for whom, and its own name stands
     * beside that.
     *
     * @param claimed what the request says of it
     */
    public String signature(@Nullable String claimed) {
        if (kind == Kind.PERSON || claimed == null || claimed.isBlank()) {
            return name;
        }
        var via = " via " + name;
        var who = claimed.strip().replaceAll("\\p{Cntrl}", " ");
        return who.substring(0, Math.min(who.length(), MAX_NAME - via.length())) + via;
    }
}
