package dev.enfilade.bootstrap.reload;

import dev.enfilade.bootstrap.config.Settings;

/** What can go on with other settings. */
public interface Renewable {

    /** Lets all that begins from now on meet these settings, and all that is under way end as it began. */
    void renew(Settings settings);

    /** Whether it has begun to take its leave. */
    boolean leaves();
}
