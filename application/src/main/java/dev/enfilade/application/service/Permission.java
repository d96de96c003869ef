package dev.enfilade.application.service;

import dev.enfilade.domain.catalog.ModelName;
import java.util.List;

/** Which names clients may ask for: what is denied never, of the rest what is allowed. */
public final class Permission {

    /** Every name. */
    public static final Permission OF_ALL = new Permission(List.of("*"), List.of());

    private final List<NameGlob> allow;
    private final List<NameGlob> deny;

    /**
     * By names as clients see them, with {@code *}; letter case, {@code :latest} and {@code library/} make no
     * difference.
     */
    public Permission(List<String> allow, List<String> deny) {
        this.allow = allow.stream().map(NameGlob::of).toList();
        this.deny = deny.stream().map(NameGlob::of).toList();
    }

    /** Whether a model that has all these names may be asked for. */
    boolean covers(List<ModelName> names) {
        List<List<String>> spelled = names.stream().map(ModelName::spellings).toList();
        return spelled.stream().noneMatch(name -> deny.stream().anyMatch(glob -> glob.matches(name)))
                && spelled.stream().anyMatch(name -> allow.stream().anyMatch(glob -> glob.matches(name)));
    }
}
