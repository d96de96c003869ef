package dev.enfilade.application.port.in;

import dev.enfilade.domain.catalog.RunningModel;
import java.util.List;

/** Tells which models count as loaded. */
@FunctionalInterface
public interface ListRunningUseCase {

    /** Those whose time is not over, the longest remaining first. */
    List<RunningModel> running();
}
