package dev.enfilade.bootstrap.cli;

import picocli.CommandLine.Mixin;

/** The options of {@code serve}, which are those of no command as well. */
final class ServeOptions {

    @Mixin
    private final ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private final AnnouncementOption announcement = new AnnouncementOption();

    ConfigurationOptions configuration() {
        return configuration;
    }

    AnnouncementOption announcement() {
        return announcement;
    }
}
