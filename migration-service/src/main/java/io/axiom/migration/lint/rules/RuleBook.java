package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.sql.syntax.Unread;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule there is. */
public final class RuleBook {
    /** The id of findings that ask for a person. */
    public static final String MANUAL_REVIEW = "manual-review";

    /** Names of more than one rule, or older ones. */
    private static final Map<String, Set<String>> ALIASES = Map.of(
            "require-timeout-settings", Set.of("require-lock-timeout", "require-statement-timeout"),
            "prefer-timestamptz", Set.of("prefer-timestamp-tz"));

    private static final List<Rule> RULES = Stream.of(
                    List.of(manualReview()),
                    AddedColumnRules.rules(),
                    ConstraintRules.rules(),
                    NotNullRules.rules(),
                    ColumnTypeRules.rules(),
                    RemovalRules.rules(),
                    ReshapeRules.rules(),
                    IndexRules.rules(),
                    TransactionRules.rules(),
                    TimeoutRules.rules(),
                    RobustRules.rules(),
                    NameRules.rules(),
                    MySqlRules.rules(),
                    SqliteRules.rules())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Rule> BY_ID =
            RULES.stream().collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

    private RuleBook() {}

    public static List<Rule> rules() {
        return RULES;
    }

    public static Set<String> ids() {
        return BY_ID.keySet();
    }

    /** Ids with aliases replaced by what they stand for. */
    public static Set<String> resolve(Set<String> ids) {
        Set<String> resolved = new TreeSet<>();
        ids.forEach(id -> resolved.addAll(ALIASES.getOrDefault(id, Set.of(id))));
        return resolved;
    }

    private static Rule manualReview() {
        return new Rule(
                MANUAL_REVIEW,
                Severity.WARNING,
                Checks.ALL,
                "A statement was not understood, so nothing is known about it.",
                "Have somebody read it, and allow this with the reason: -- axiom:allow manual-review: reason",
                Checks.statements(
                        Unread.class,
                        (unread, place, report) -> report.add(place.step(), unread.offset(), unread.reason() + ".")));
    }
}
