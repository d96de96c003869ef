package dev.enfilade.bootstrap.config;

/** A reference or file does not lead to a value; {@link #why} says so in words for the user. */
final class UnavailableValueException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;
    private final int line;
    private final int column;

    UnavailableValueException(String why) {
        this(why, 0, 0);
    }

    /** The trouble stands at a place in the file: both from 1, or both 0 if it is none of a place. */
    UnavailableValueException(String why, int line, int column) {
        super(why);
        this.why = why;
        this.line = line;
        this.column = column;
    }

    String why() {
        return why;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
