package dev.enfilade.contract.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All words in the classes of a module: whatever name a class compares with is one of them. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\w$]{1,40}");

    private Words() {}

    /** The words in lower case, of the module that has this class. */
    static Set<String> of(Class<?> witness) throws IOException, URISyntaxException {
        URI home = witness.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (!home.getPath().endsWith(".jar")) {
            return below(Path.of(home));
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + home), Map.of())) {
            return below(jar.getPath("/"));
        }
    }

    private static Set<String> below(Path folder) throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(Words::constants)
                    .filter(text -> WORD.matcher(text).matches())
                    .forEach(text -> words.add(text.toLowerCase(Locale.ROOT)));
        }
        return words;
    }

    private static Stream<String> constants(Path file) {
        try {
            return StreamSupport.stream(
                            ClassFile.of()
                                    .parse(Files.readAllBytes(file))
                                    .constantPool()
                                    .spliterator(),
                            false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
