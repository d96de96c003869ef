package dev.enfilade.contract.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One answer, cut at every single byte; {@code -Dchaos.tokens=40} makes it longer. */
class CutMatrixTest {

    private static final int TOKENS = Integer.getInteger("chaos.tokens", 1);

    private static Theatre theatre;

    @BeforeAll
    static void open() throws Exception {
        theatre = Theatre.open();
    }

    @AfterAll
    static void close() throws Exception {
        theatre.close();
    }

    static Stream<Arguments> framings() {
        return Stream.of(Face.CHAT, Face.RELAY)
                .flatMap(face -> Stream.of(Framing.CHUNK_PER_PART, Framing.LENGTH, Framing.CLOSE)
                        .map(framing -> Arguments.of(face, framing)));
    }

    @ParameterizedTest
    @MethodSource("framings")
    void aStreamCutAnywhereEndsInTheTruth(Face face, Framing framing) throws Exception {
        everyCut(plan(face, Opening.STREAM, framing), Break.FIN);
    }

    @ParameterizedTest
    @MethodSource("framings")
    void aBodyThatEndsTooEarlyInGoodOrderEndsInTheTruth(Face face, Framing framing) throws Exception {
        everyCut(plan(face, Opening.STREAM, framing), Break.CLEAN_END);
    }

    @ParameterizedTest
    @MethodSource("framings")
    void aWholeAnswerCutAnywhereIsAnErrorAndNotHalfAnAnswer(Face face, Framing framing) throws Exception {
        everyCut(plan(face, Opening.WHOLE, framing), Break.FIN);
    }

    private static void everyCut(Plan plan, Break end) throws InterruptedException {
        int size = Script.of(plan, "0000").bytes().length;

        List<Finding> findings = theatre.chaos().run(size + 1, at -> plan.breaking(end, at));

        assertThat(findings.size())
                .as(() -> Report.of(findings, theatre.chaos()))
                .isZero();
    }

    private static Plan plan(Face face, Opening opening, Framing framing) {
        List<Part> parts = Stream.of(
                        Stream.of(Part.ROLE),
                        Collections.nCopies(TOKENS, Part.TOKEN).stream(),
                        Stream.of(Part.FINISH, Part.USAGE, Part.DONE))
                .flatMap(part -> part)
                .toList();
        return new Plan(
                face,
                opening == Opening.STREAM,
                Asking.PLAIN,
                opening,
                parts,
                framing,
                Integer.MAX_VALUE,
                Break.NONE,
                0,
                Manner.READS_ALL,
                0);
    }
}
