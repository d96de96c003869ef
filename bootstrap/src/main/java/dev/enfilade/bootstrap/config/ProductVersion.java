package dev.enfilade.bootstrap.config;

import java.util.Optional;

/** The program's own version, which is not the one that it tells Ollama's clients. */
public final class ProductVersion {

    private ProductVersion() {}

    /** As the jar says; there is none while the program runs from classes. */
    public static String text() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
