package dev.tocsin.dashboard;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of who is let in, beside the others of the dashboard. */
interface AccessConfig {
    /** Whom nothing is asked of. */
    enum Anonymous {
        NOBODY,
        /** Who asks from this very machine, by the name of localhost and through no proxy, may read. */
        VIEWER
    }

    /** Who may read without signing in: {@code viewer} lets in whoever asks from this very machine. */
    @WithDefault("nobody")
    Anonymous anonymous();

    /** A file with the API key of the local admin, for a dashboard that is only reached from its own machine. */
    Optional<Path> localKeyFile();

    /** A one-time code that signs the local admin in at {@code /welcome}; without it the first admin is made there. */
    Optional<String> localCode();

    /** Where people reach the dashboard, such as {@code https://tocsin.example}; needed for OIDC behind a proxy. */
    Optional<URI> publicUrl();

    /** How long a one-time code for the first admin, or the local admin's, is good for. */
    @WithDefault("1h")
    Duration codeLife();

    /** How long an invitation of a user is good for. */
    @WithDefault("3d")
    Duration invitationLife();

    Session session();

    Audit audit();

    Oidc oidc();

    /** How long people stay signed in. */
    interface Session {
        /** Without any request; a board that is open asks once a minute. */
        @WithDefault("8h")
        Duration idle();

        /** In all, after which they sign in again. */
        @WithDefault("7d")
        Duration absolute();
    }

    /** How much is kept of who changed what. */
    interface Audit {
        /** The longest time. */
        @WithDefault("365d")
        Duration keep();

        /** The most entries that are kept, 1 or more. */
        @WithDefault("100000")
        int most();
    }

    /** Sign-in at a provider of OpenID Connect; off while there is no issuer. */
    interface Oidc {
        /** The provider, as in its tokens; https, or http on this machine. */
        Optional<URI> issuer();

        /** Who we are to the provider. */
        Optional<String> clientId();

        /** The client's secret; without one the client is public, and PKCE alone protects it. */
        Optional<String> clientSecret();

        /** A file with the client's secret. */
        Optional<Path> clientSecretFile();

        /** As it stands on the button. */
        @WithDefault("single sign-on")
        String name();

        /** What is asked for, separated by spaces; {@code openid} is needed. */
        @WithDefault("openid profile email")
        String scope();

        /** The claim of the ID token with the groups, a list or one of them. */
        @WithDefault("groups")
        String groups();

        /** Groups whose people are admins. Who is in no group of the three kinds is not let in. */
        Optional<List<String>> admins();

        /** Groups whose people are analysts. */
        Optional<List<String>> analysts();

        /** Groups whose people are viewers. */
        Optional<List<String>> viewers();
    }
}
