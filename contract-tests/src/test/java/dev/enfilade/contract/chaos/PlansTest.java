package dev.enfilade.contract.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans come from seed and number alone, reach everything, and shrink to what matters. */
class PlansTest {

    @Test
    void theSameSeedAndNumberMakeTheSamePlan() {
        assertThat(Plans.of(7, 99)).isEqualTo(Plans.of(7, 99)).isNotEqualTo(Plans.of(8, 99));
    }

    @Test
    void everyKindOfFaultComesUp() {
        assertThat(all(Plan::face)).containsExactlyInAnyOrder(Face.values());
        assertThat(all(Plan::asking)).containsExactlyInAnyOrder(Asking.values());
        assertThat(all(Plan::opening)).containsExactlyInAnyOrder(Opening.values());
        assertThat(all(Plan::framing)).containsExactlyInAnyOrder(Framing.values());
        assertThat(all(Plan::end)).containsExactlyInAnyOrder(Break.values());
        assertThat(all(Plan::manner)).containsExactlyInAnyOrder(Manner.values());
        assertThat(first().flatMap(plan -> plan.parts().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Part.values());
    }

    @Test
    void aPartCountsOnlyWithItsLastByte() {
        Plan plan = Plans.of(1, 0)
                .with(List.of(Part.TOKEN, Part.FINISH))
                .sent(Framing.LENGTH, Integer.MAX_VALUE)
                .breaking(Break.FIN, Integer.MAX_VALUE);
        int whole = Script.of(plan, "x").bytes().length;
        int finish = Part.FINISH.text("").getBytes(UTF_8).length;

        assertThat(Script.of(plan.breaking(Break.FIN, whole), "x").delivers(1)).isTrue();
        assertThat(Script.of(plan.breaking(Break.FIN, whole - 1), "x").delivers(1))
                .isFalse();
        assertThat(Script.of(plan.breaking(Break.FIN, whole - finish), "x").delivers(0))
                .isTrue();
    }

    @Test
    void aFailingPlanShrinksToWhatMakesItFail() {
        Plan big = Plans.of(1, 3)
                .with(new ArrayList<>(List.of(Part.ROLE, Part.TOKEN, Part.COMMENT, Part.ERROR, Part.FINISH, Part.DONE)))
                .sent(Framing.SMALL_CHUNKS, 3)
                .breaking(Break.FIN, 400)
                .asked(Asking.OLD, Manner.READS_LATE);

        Plan small = new Shrinker(plan -> plan.parts().contains(Part.ERROR)).shrink(big);

        assertThat(small.parts()).containsExactly(Part.ERROR);
        assertThat(small.end()).isEqualTo(Break.NONE);
        assertThat(small.asking()).isEqualTo(Asking.PLAIN);
        assertThat(small.framing()).isEqualTo(Framing.CHUNK_PER_PART);
    }

    private static <T> Set<T> all(Function<Plan, T> property) {
        return first().map(property).collect(Collectors.toSet());
    }

    private static Stream<Plan> first() {
        return IntStream.range(0, 20_000).mapToObj(i -> Plans.of(1, i));
    }
}
