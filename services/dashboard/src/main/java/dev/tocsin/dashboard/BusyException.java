package dev.tocsin.dashboard;

/** More passwords are being checked than this machine can. */
final class BusyException extends RuntimeException {
    BusyException() {
        super("too many sign-ins at once");
    }
}
