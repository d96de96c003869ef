package dev.enfilade.contract.golden;

/** One header field as it stands on the wire. */
record Header(String name, String value) {

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
