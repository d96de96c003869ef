package dev.enfilade.contract.pact;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;

/** What a provider may answer at this JSON path instead of the example. */
record Rule(String path, MatchingRule matcher) {

    /** Anything of the type that the example has. */
    static Rule anySuch(String path) {
        return new Rule(path, TypeMatcher.INSTANCE);
    }

    static Rule anyInteger(String path) {
        return new Rule(path, new NumberTypeMatcher(NumberTypeMatcher.NumberType.INTEGER));
    }

    static Rule like(String path, String regex) {
        return new Rule(path, new RegexMatcher(regex));
    }

    /** A list of one or more, each like the first. */
    static Rule someLikeTheFirst(String path) {
        return new Rule(path, new MinTypeMatcher(1));
    }
}
