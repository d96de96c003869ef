package dev.enfilade.contract.sdk;

/** An official SDK. */
enum Sdk {
    GO("Go", "go.tsv"),
    PYTHON("Python", "python.tsv"),
    JAVASCRIPT("JavaScript", "javascript.tsv");

    private final String word;
    private final String file;

    Sdk(String word, String file) {
        this.word = word;
        this.file = file;
    }

    String word() {
        return word;
    }

    /** The list of its types among the resources. */
    String file() {
        return file;
    }
}
