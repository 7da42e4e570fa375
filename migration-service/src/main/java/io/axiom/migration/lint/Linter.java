package io.axiom.migration.lint;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.migration.lint.rules.RuleBook;
import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.Places;
import io.axiom.migration.sql.Position;
import io.axiom.migration.sql.SqlStatement;
import io.axiom.migration.sql.StatementSplitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges scripts without a database. Pure: the same script and options give the same findings. */
public final class Linter {
    /** The id of the finding about text that cannot be split into statements; it is then the only one. */
    public static final String SYNTAX_ERROR = "syntax-error";

    /** The id of findings about {@code axiom:allow} itself. */
    public static final String BAD_ALLOWANCE = "bad-allowance";

    private static final String NO_TRANSACTION = "squawk-disable-assume-in-transaction";
    private static final String OWN_TRANSACTION = "axiom:no-transaction";

    private Linter() {}

    /**
     * What the rules find, in the order of the script. Findings allowed in the script are among them, marked.
     *
     * @throws RejectedException {@code migration.lint.unknown-rule} when the options name a rule that does not exist
     */
    public static List<Finding> lint(Dialect dialect, String sql, LintOptions options) {
        Set<String> only = known(options.only());
        Set<String> without = known(options.without());
        List<SqlStatement> statements;
        try {
            statements = StatementSplitter.of(dialect).split(sql);
        } catch (RejectedException unreadable) {
            return List.of(syntaxError(unreadable.rejection()));
        }
        List<Comments.Comment> orders = Comments.orders(dialect, sql);
        boolean own = orders.stream()
                .anyMatch(order ->
                        order.text().startsWith(NO_TRANSACTION) || order.text().startsWith(OWN_TRANSACTION));
        Script script = new ScriptReader(dialect, own ? options.inTransaction(false) : options).read(statements);
        List<Report.Entry> entries = new ArrayList<>();
        for (Rule rule : RuleBook.rules()) {
            boolean asked = (only.isEmpty() || only.contains(rule.id())) && !without.contains(rule.id());
            if (asked && rule.dialects().contains(dialect)) {
                Report report = new Report(rule);
                rule.check().check(script, report);
                entries.addAll(report.entries());
            }
        }
        return findings(sql, entries, new Allowances(orders, RuleBook.ids()), only.isEmpty());
    }

    private static List<Finding> findings(String sql, List<Report.Entry> entries, Allowances allowances, boolean all) {
        Places places = new Places(sql);
        Set<String> found = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        entries.stream().sorted(Comparator.comparingInt(Report.Entry::offset)).forEach(entry -> {
            Position at = places.at(entry.offset());
            Rule rule = entry.rule();
            found.add(rule.id());
            findings.add(allowances.apply(new Finding(
                    rule.id(),
                    rule.severity(),
                    at.line(),
                    at.column(),
                    entry.statement(),
                    entry.message(),
                    rule.instead(),
                    null)));
        });
        if (all) {
            Places again = new Places(sql);
            allowances
                    .problems(found)
                    .forEach(problem -> findings.add(badAllowance(again.at(problem.offset()), problem.message())));
        }
        return List.copyOf(findings);
    }

    private static Finding badAllowance(Position at, String message) {
        return new Finding(
                BAD_ALLOWANCE,
                Severity.WARNING,
                at.line(),
                at.column(),
                0,
                message,
                "Write -- axiom:allow rule-id: reason, and remove it when it is no longer needed.",
                null);
    }

    private static Finding syntaxError(Rejection rejection) {
        int line = Integer.parseInt(rejection.context().getOrDefault("line", "1"));
        int column = Integer.parseInt(rejection.context().getOrDefault("column", "1"));
        String what = rejection.detail().substring(rejection.detail().indexOf(": ") + 2);
        return new Finding(SYNTAX_ERROR, Severity.ERROR, line, column, 0, what, rejection.next(), null);
    }

    private static Set<String> known(Set<String> ids) {
        Set<String> resolved = RuleBook.resolve(ids);
        resolved.stream().filter(id -> !RuleBook.ids().contains(id)).findFirst().ifPresent(id -> {
            throw new RejectedException(new Rejection(
                    "migration.lint.unknown-rule",
                    Rejection.Kind.INVALID,
                    "No rule is called '" + Texts.shorten(id, 61) + "'.",
                    "The rules are: " + String.join(", ", new TreeSet<>(RuleBook.ids())) + "."));
        });
        return resolved;
    }
}
