package dev.enfilade.contract.chaos;

/** What a part of an answer means to a reader who knows the format. */
enum Sense {
    NOTHING,
    TOKEN,
    FINISH,
    DONE,
    /** The backend itself reports an error. */
    ERROR,
    /** Makes no sense; a relay that does not look into events passes it on. */
    INVALID,
    /** More than anybody should hold, a relay included. */
    TOO_BIG
}
