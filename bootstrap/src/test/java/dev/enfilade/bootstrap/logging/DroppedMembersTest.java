package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DroppedMembersTest {

    @Test
    void whatHadNoPlaceIsCounted() {
        DroppedMembers dropped = new DroppedMembers();
        dropped.at("main").accept(List.of("top_k", "num_ctx"));
        dropped.at("main").accept(List.of());
        dropped.at("main").accept(List.of("think"));
        dropped.at("other").accept(List.of());

        assertThat(dropped.counts()).isEqualTo(Map.of("main", 3L, "other", 0L));
    }
}
