package dev.enfilade.bootstrap.logging;

/** A process of its own for {@link AccessLogTest}: logs one line and ends at once. */
final class LoggedProgram {

    private LoggedProgram() {}

    public static void main(String[] args) {
        AccessLog.toStandardError(LogFormat.TEXT).ended(Lines.of("GET", "/livez", "id-1"));
        System.exit(0);
    }
}
