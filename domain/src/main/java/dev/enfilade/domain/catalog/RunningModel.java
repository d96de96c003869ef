package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A model that was used lately and counts as loaded until its time is over. */
public record RunningModel(ModelCard card, Instant expires) {

    public RunningModel {
        requireNonNull(card, "card is null");
        requireNonNull(expires, "expires is null");
    }
}
