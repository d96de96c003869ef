package dev.enfilade.contract.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All pages of the project, so that no new one is forgotten, and their fenced blocks. */
final class Pages {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> OTHERS = Set.of("target", "src", "node_modules");
    private static final Pattern FENCE = Pattern.compile("( *)(```+|~~~+)\\s*(\\S*).*");
    private static final Pattern COMMENT = Pattern.compile("\\s*<!-- (.+?) -->\\s*");

    private Pages() {}

    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            blocks.addAll(parse(PROJECT.relativize(page), Files.readString(page)));
        }
        return blocks;
    }

    /** All pages, in a fixed order. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean other = OTHERS.contains(name) || (name.startsWith(".") && !folder.equals(PROJECT));
                return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    pages.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(pages);
        return pages;
    }

    /** The blocks of a page; one that is not closed ends with the page, as readers show it. */
    static List<Block> parse(Path page, String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                int end = end(lines, at, fence.group(2));
                String content = String.join("\n", lines.subList(at + 1, end)).stripIndent();
                blocks.add(new Block(page, at + 1, fence.group(3), content, mark(lines, at)));
                at = end;
            }
            at++;
        }
        return blocks;
    }

    private static int end(List<String> lines, int start, String fence) {
        int at = start + 1;
        while (at < lines.size() && !lines.get(at).strip().equals(fence)) {
            at++;
        }
        return at;
    }

    private static Optional<String> mark(List<String> lines, int fence) {
        if (fence == 0) {
            return Optional.empty();
        }
        Matcher comment = COMMENT.matcher(lines.get(fence - 1));
        return comment.matches() ? Optional.of(comment.group(1)) : Optional.empty();
    }
}
