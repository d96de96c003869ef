package dev.enfilade.contract.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the lists of the SDKs' types from the SDKs' sources. Run by {@code tools/refresh-sdk-types}, from source, with
 * nothing but a JDK.
 */
final class RefreshSdkTypes {

    private RefreshSdkTypes() {}

    /**
     * Reads three sources and writes three lists.
     *
     * @param args the folder of the lists; then for Go, Python and JavaScript the version and the source file
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 7) {
            throw new IllegalArgumentException(
                    "expected: FOLDER GO-VERSION types.go PYTHON-VERSION _types.py JS-VERSION browser.d.ts");
        }
        Path folder = Path.of(args[0]);
        new SdkTypes("github.com/ollama/ollama/api " + args[1] + ", types.go", GoTypes.read(source(args[2])))
                .save(folder.resolve("go.tsv"));
        new SdkTypes("PyPI ollama " + args[3] + ", _types.py", PythonTypes.read(source(args[4])))
                .save(folder.resolve("python.tsv"));
        new SdkTypes("npm ollama " + args[5] + ", dist/browser.d.ts", TypeScriptTypes.read(source(args[6])))
                .save(folder.resolve("javascript.tsv"));
    }

    private static String source(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
