package dev.enfilade.bootstrap.cli;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The shells that can complete our commands. */
enum Shell {
    BASH,
    ZSH,
    FISH;

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Their names as they are written. */
    static final class Words implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.of(values()).map(Shell::word).iterator();
        }
    }

    /** Finds a shell by its name. */
    static final class Reader implements ITypeConverter<Shell> {

        @Override
        public Shell convert(String text) {
            return Stream.of(values())
                    .filter(shell -> shell.word().equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("there is no completion for '" + text + "', only for "
                                    + Stream.of(values()).map(Shell::word).collect(Collectors.joining(", "))));
        }
    }
}
