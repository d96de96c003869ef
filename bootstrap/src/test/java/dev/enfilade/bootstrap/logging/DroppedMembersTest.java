package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DroppedMembersTest {

    @Test
    void whatHadNoPlaceIsCounted() {
        DroppedMembers dropped = new DroppedMembers("main");
        dropped.accept(List.of("top_k", "num_ctx"));
        dropped.accept(List.of());
        dropped.accept(List.of("think"));

        assertThat(dropped.count()).isEqualTo(3);
    }
}
