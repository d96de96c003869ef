package dev.enfilade.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns of text, no wider than the terminal: the widest ones are cut, with three dots at their end. */
final class TextTable {

    private static final String GAP = "  ";
    private static final String CUT = "...";
    private static final int NARROWEST = 8;

    /** What would begin a line, move the cursor or colour the rest: names of models are the backend's words. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... titles) {
        rows.add(List.of(titles));
    }

    void add(String... cells) {
        rows.add(Stream.of(cells)
                .map(cell -> UNSEEN.matcher(cell).replaceAll("?"))
                .toList());
    }

    List<String> lines(int columns) {
        int[] widths =
                IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
        while (total(widths) > columns && widths[widest(widths)] > NARROWEST) {
            widths[widest(widths)]--;
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP).append(padded(row.get(i), widths[i]));
        }
        return line.toString().stripTrailing();
    }

    private static String padded(String cell, int width) {
        String fitting = cell.length() <= width ? cell : cell.substring(0, width - CUT.length()) + CUT;
        return fitting + " ".repeat(width - fitting.length());
    }
}
