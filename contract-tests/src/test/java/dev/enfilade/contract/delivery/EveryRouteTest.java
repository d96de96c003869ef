package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged demo is asked on every route of both faces: no class is missing on any of them. */
class EveryRouteTest {

    @TempDir
    private static Path folder;

    private static PackagedProduct demo;
    private static Visitor visitor;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        demo = PackagedProduct.demo(folder);
        visitor = new Visitor(demo.address());
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    static List<Visit> visits() throws IOException {
        return Visit.all();
    }

    @ParameterizedTest
    @MethodSource("visits")
    void routeAnswersAsItShould(Visit visit) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.go(visit);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(visit.status());
        assertThat(answer.body()).contains(visit.words());
        assertThat(demo.log().lines()).doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
    }

    @Test
    void everyDocumentedRouteIsVisited() throws IOException {
        List<String> visited = Visit.all().stream().map(Visit::route).toList();

        assertThat(Visit.documented()).hasSizeGreaterThan(20).allMatch(visited::contains);
    }
}
