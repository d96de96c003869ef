package dev.enfilade.contract.sdk;

/** A source has something that its reader does not know; guessing would make a report that lies. */
final class UnknownForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownForm(String where, String text) {
        super(where + ": unknown form: " + text);
    }
}
