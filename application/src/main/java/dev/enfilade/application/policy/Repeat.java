package dev.enfilade.application.policy;

/** After which failures a call may be made again. */
public enum Repeat {
    /** After none: what was sent cannot be sent once more. */
    NEVER,

    /** If the backend was never reached: it may have done something that should not be done twice. */
    IF_UNREACHED,

    /** Also if the backend refused it: asking costs nothing but time. */
    IF_REFUSED
}
