package dev.enfilade.bootstrap.reload;

/** How one attempt to take a changed configuration over went. */
public enum ReloadResult {
    APPLIED,
    /** There was nothing to take over. */
    UNCHANGED,
    /** The one before stays. */
    REFUSED
}
