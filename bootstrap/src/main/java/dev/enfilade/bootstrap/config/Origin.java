package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where something was written, so that a person can go there.
 *
 * @param layer which layer of the configuration it belongs to
 * @param name the file, variable or flag
 * @param line from 1; 0 where there are no lines
 * @param column from 1; 0 where there are no columns
 */
public record Origin(Layer layer, String name, int line, int column) implements Comparable<Origin> {

    private static final Comparator<Origin> READING_ORDER = Comparator.comparing(Origin::layer)
            .thenComparing(Origin::name)
            .thenComparingInt(Origin::line)
            .thenComparingInt(Origin::column);

    /** The layers, weakest first. */
    public enum Layer {
        FILE,
        DOT_ENV,
        ENVIRONMENT,
        FLAG
    }

    public Origin {
        requireNonNull(layer, "layer is null");
        requireNonNull(name, "name is null");
    }

    static Origin file(String name, int line, int column) {
        return new Origin(Layer.FILE, name, line, column);
    }

    static Origin variable(String name) {
        return new Origin(Layer.ENVIRONMENT, name, 0, 0);
    }

    static Origin flag(String name) {
        return new Origin(Layer.FLAG, name, 0, 0);
    }

    /** A path that was written here: in a file a relative one starts at that file's folder. */
    Path resolve(Path folder, Path written) {
        Path base = layer == Layer.FILE ? folder.resolve(name).resolveSibling(written) : folder.resolve(written);
        return base.normalize();
    }

    @Override
    public int compareTo(Origin other) {
        return READING_ORDER.compare(this, other);
    }

    /** With the kind of place that it is: {@code file enfilade.yaml:3:5}, {@code variable ENFILADE_LISTEN}. */
    String described() {
        return switch (layer) {
            case FILE, DOT_ENV -> "file " + this;
            case ENVIRONMENT -> "variable " + this;
            case FLAG -> "flag " + this;
        };
    }

    /** As editors and compilers write it: {@code enfilade.yaml:3:5}, {@code ENFILADE_LISTEN}. */
    @Override
    public String toString() {
        return name + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }
}
