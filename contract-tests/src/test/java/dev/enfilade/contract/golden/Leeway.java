package dev.enfilade.contract.golden;

import java.util.Locale;

/** In what the live value may differ from the recorded one and still be the same. */
enum Leeway implements MaskRule {
    /** The member may be absent. One that was not recorded may be there. */
    OPTIONAL,
    /** The object may have members that were not recorded. */
    EXTRA,
    /** The members of the object may come in any order. */
    KEYS_UNORDERED,
    /** The elements of the list may come in any order. */
    UNORDERED,
    /** The elements of the list may come in any order, and more of them. */
    SUPERSET,
    /** The context length stands under the architecture that the live object names. */
    CONTEXT,
    /** A number may differ by what single precision loses. */
    NEAR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
