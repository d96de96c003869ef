package dev.enfilade.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshSdkTypesTest {

    private static final Path PROGRAM = Path.of("src/test/java/dev/enfilade/contract/sdk/RefreshSdkTypes.java");

    @TempDir
    Path folder;

    /** As the script runs it: from source, with a JDK and nothing else. */
    @Test
    void listsAreWrittenFromSources() throws IOException, InterruptedException {
        Path go = Files.writeString(folder.resolve("types.go"), "type A struct {\n\tB int `json:\"b,omitempty\"`\n}\n");
        Path python = Files.writeString(folder.resolve("types.py"), "class A(BaseModel):\n  b: int\n");
        Path javascript = Files.writeString(folder.resolve("types.d.ts"), "interface A { b: 'x' | 'y'; }\n");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        PROGRAM.toString(),
                        folder.toString(),
                        "v1",
                        go.toString(),
                        "2",
                        python.toString(),
                        "3",
                        javascript.toString())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("go.tsv"))
                .hasContent("# github.com/ollama/ollama/api v1, types.go\nA\tb\tint\toptional\n");
        assertThat(SdkTypes.load(folder.resolve("python.tsv")).members())
                .containsExactly(new SdkMember("A", "b", "int", false));
        assertThat(SdkTypes.load(folder.resolve("javascript.tsv")).members())
                .containsExactly(new SdkMember("A", "b", "'x' | 'y'", false));
    }
}
