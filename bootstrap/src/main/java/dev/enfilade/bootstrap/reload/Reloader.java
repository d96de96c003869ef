package dev.enfilade.bootstrap.reload;

import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.Problem;
import dev.enfilade.bootstrap.config.Reading;
import dev.enfilade.bootstrap.config.Sources;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration once more, checks it, and hands it over; a bad one changes nothing. One reload at a time.
 *
 * <p>Changed files are taken when they have looked the same twice: what is written in pieces is valid now and then.
 */
public final class Reloader {

    private static final Logger LOG = LoggerFactory.getLogger(Reloader.class);

    private final Renewable house;
    private final Supplier<Reading> reader;
    private final ReloadObserver observer;
    private final Configuration started;
    private Configuration current;
    private Sources known;
    private Optional<Sources> seen = Optional.empty();

    /**
     * @param reader reads the configuration as it was read at the start
     * @param started what the process was started with
     * @param sources what that was read from
     */
    public Reloader(
            Renewable house,
            Supplier<Reading> reader,
            Configuration started,
            Sources sources,
            ReloadObserver observer) {
        this.house = house;
        this.reader = reader;
        this.observer = observer;
        this.started = started;
        this.current = started;
        this.known = sources;
    }

    /** Somebody asks for it. */
    public synchronized void reload() {
        if (house.leaves()) {
            LOG.info("configuration not reloaded: the process is on its way out");
            return;
        }
        Reading reading = reader.get();
        if (!reading.sources().any() && !known.any()) {
            LOG.info("nothing to reload: the configuration comes from no file");
            observer.reloaded(ReloadResult.UNCHANGED);
        } else if (take(reading) == ReloadResult.UNCHANGED) {
            LOG.info("configuration reloaded: nothing changed");
        }
    }

    /** Reloads if a file has changed and was left alone since the last look. */
    public synchronized void look() {
        Sources now = known.now();
        boolean settled = seen.filter(now::equals).isPresent();
        seen = now.equals(known) || settled ? Optional.empty() : Optional.of(now);
        if (settled && !house.leaves()) {
            ReloadResult _ = take(reader.get());
        }
    }

    private ReloadResult take(Reading reading) {
        known = reading.sources();
        ReloadResult result = reading.configuration().map(this::judged).orElseGet(() -> refused(reading.problems()));
        observer.reloaded(result);
        return result;
    }

    private ReloadResult judged(Configuration next) {
        if (next.file().isEmpty() && current.file().isPresent()) {
            LOG.error(
                    "configuration not reloaded, the old one stays: {} is gone",
                    current.file().orElseThrow());
            return ReloadResult.REFUSED;
        }
        Changes changes = Changes.between(started.values(), current.values(), next.values());
        if (!changes.applied().isEmpty() && !applied(next, changes)) {
            return ReloadResult.REFUSED;
        }
        if (!changes.later().isEmpty()) {
            LOG.warn("needs a restart, and keeps its old value until then: {}", Changes.named(changes.later()));
        }
        next.notices().stream()
                .filter(notice -> !current.notices().contains(notice))
                .forEach(LOG::warn);
        current = next;
        return changes.applied().isEmpty() && changes.later().isEmpty() ? ReloadResult.UNCHANGED : ReloadResult.APPLIED;
    }

    private boolean applied(Configuration next, Changes changes) {
        try {
            house.renew(next.settings());
            LOG.info("configuration reloaded, changed: {}", Changes.named(changes.applied()));
            return true;
        } catch (RuntimeException bug) {
            LOG.error("configuration not reloaded, the old one stays: it could not be put to work", bug);
            return false;
        }
    }

    private static ReloadResult refused(List<Problem> problems) {
        LOG.error("configuration not reloaded, the old one stays:");
        problems.forEach(problem -> LOG.error("{}", problem));
        return ReloadResult.REFUSED;
    }
}
