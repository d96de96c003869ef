package dev.enfilade.launcher;

/**
 * The jar's entry class, in Java 8 bytecode: on a Java that cannot run the rest it says so in one line instead of a
 * stack trace.
 */
public final class Launcher {
    private static final int FLOOR = 25;
    private static final int BAD_CONFIGURATION = 78;

    private Launcher() {}

    /** Hands over to the real main class, or exits 78 on a Java below 25. */
    public static void main(String[] args) throws ReflectiveOperationException {
        String version = System.getProperty("java.specification.version");
        if (feature(version) < FLOOR) {
            System.err.println("enfilade: needs Java " + FLOOR + " or later, but this is Java " + version + " in "
                    + System.getProperty("java.home") + ". Start it by ./enfilade, which finds a newer one,"
                    + " or run this jar with the java of a newer JDK (for example from https://adoptium.net).");
            System.exit(BAD_CONFIGURATION);
        }
        // By name: this class must load where the class files of the real one cannot be read.
        Class<?> main = Class.forName("dev.enfilade.bootstrap.Main");
        main.getMethod("main", String[].class).invoke(null, (Object) args);
    }

    /** The feature number of "1.8" (8), "17" or "25". */
    static int feature(String version) {
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
