package dev.enfilade.contract.documents;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A fenced part of a page.
 *
 * @param line the number of its first fence
 * @param language the word behind the fence, empty if there is none
 * @param text what stands between the fences, without their indentation
 * @param mark the comment on the line above
 */
record Block(Path page, int line, String language, String text, Optional<String> mark) {

    Block {
        requireNonNull(page, "page is null");
        requireNonNull(language, "language is null");
        requireNonNull(text, "text is null");
        requireNonNull(mark, "mark is null");
    }

    boolean isShell() {
        return language.equals("sh");
    }

    /** Where an editor finds it. */
    @Override
    public String toString() {
        return page + ":" + line;
    }
}
