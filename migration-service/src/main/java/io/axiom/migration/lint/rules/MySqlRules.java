package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Constraint.Kind;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.Token;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Traps of MySQL and MariaDB. Sources: their manuals on implicit commits, character sets and online DDL. */
final class MySqlRules {
    private static final Set<String> NARROW = Set.of("utf8", "utf8mb3");

    private MySqlRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "mysql-implicit-commit",
                        Severity.ERROR,
                        Checks.MYSQL,
                        "Statements that change the schema commit the transaction they are in, so nothing before them can be rolled back.",
                        "One such statement per migration, and changes of rows in a migration of their own.",
                        MySqlRules::implicitCommit),
                new Rule(
                        "mysql-utf8mb3",
                        Severity.WARNING,
                        Checks.MYSQL,
                        "utf8 is utf8mb3 here: characters of four bytes, emoji among them, are refused or cut.",
                        "CHARACTER SET utf8mb4.",
                        MySqlRules::narrowCharacters),
                new Rule(
                        "mysql-copy-algorithm",
                        Severity.ERROR,
                        Checks.MYSQL,
                        "ALGORITHM=COPY writes the whole table again while nobody can write it; LOCK=SHARED or EXCLUSIVE keep others out.",
                        "ALGORITHM=INPLACE (or INSTANT), LOCK=NONE: the server then refuses what it cannot do without blocking.",
                        Checks.actions(AlterAction.Option.class, MySqlRules::blocking)),
                new Rule(
                        "mysql-algorithm-unsaid",
                        Severity.ADVICE,
                        Checks.MYSQL,
                        "Without ALGORITHM and LOCK the server falls back to copying the table without a word.",
                        "Add ALGORITHM=INSTANT or ALGORITHM=INPLACE, LOCK=NONE.",
                        Checks.statements(Definition.AlterTable.class, MySqlRules::algorithmUnsaid)),
                new Rule(
                        "mysql-modify-drops-attributes",
                        Severity.WARNING,
                        Checks.MYSQL,
                        "MODIFY and CHANGE say the whole column again: what is left out (NOT NULL, DEFAULT, COMMENT) is lost.",
                        "Write every attribute the column shall have.",
                        Checks.actions(AlterAction.RedefineColumn.class, MySqlRules::lostAttributes)),
                new Rule(
                        "mysql-non-transactional-engine",
                        Severity.WARNING,
                        Checks.MYSQL,
                        "MyISAM, MEMORY and CSV know no transactions and no recovery after a crash.",
                        "ENGINE=InnoDB.",
                        MySqlRules::engine));
    }

    private static void implicitCommit(Script script, Report report) {
        boolean mixed = script.steps().stream().anyMatch(step -> changesRows(step.statement()));
        boolean first = true;
        for (Step step : script.steps()) {
            if (!(step.statement() instanceof Definition definition) || isTemporary(definition)) {
                continue;
            }
            boolean wrapped = script.options().inTransaction();
            if (step.inTransaction() && (!wrapped || mixed || !first)) {
                report.add(
                        step,
                        "This commits what went before it: if a later statement fails, neither can be rolled back.");
            }
            first = false;
        }
    }

    private static boolean changesRows(Statement statement) {
        return statement instanceof Change.Write;
    }

    private static boolean isTemporary(Definition definition) {
        return definition instanceof Definition.CreateTable create && create.temporary();
    }

    private static void narrowCharacters(Script script, Report report) {
        for (Step step : script.steps()) {
            switch (step.statement()) {
                case Definition.CreateTable create -> narrow(create.options(), step, report);
                case Definition.AlterTable alter ->
                    alter.actions().forEach(action -> {
                        boolean names = action instanceof AlterAction.Option option
                                && (option.name().equals("CHARSET")
                                        || option.name().equals("CONVERT"))
                                && NARROW.contains(Objects.requireNonNullElse(option.value(), ""));
                        if (names) {
                            report.add(step, action.offset(), "utf8 is utf8mb3: characters of four bytes do not fit.");
                        }
                    });
                default -> {}
            }
        }
    }

    private static void narrow(Expression options, Step step, Report report) {
        List<Token> tokens = options.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            boolean after = tokens.get(i - 1).isSymbol("=")
                    || tokens.get(i - 1).is("set")
                    || tokens.get(i - 1).is("charset");
            if (after && (tokens.get(i).is("utf8") || tokens.get(i).is("utf8mb3"))) {
                report.add(step, tokens.get(i).offset(), "utf8 is utf8mb3: characters of four bytes do not fit.");
            }
        }
    }

    private static void blocking(AlterAction.Option option, Checks.Place place, Report report) {
        String said = option.name() + "=" + option.value();
        if (said.equals("ALGORITHM=copy") || said.equals("LOCK=shared") || said.equals("LOCK=exclusive")) {
            report.add(place.step(), option.offset(), "Nobody can write the table until this is done.");
        }
    }

    private static void algorithmUnsaid(Definition.AlterTable alter, Checks.Place place, Report report) {
        boolean said = alter.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.Option option
                        && (option.name().equals("ALGORITHM") || option.name().equals("LOCK")));
        boolean light = alter.actions().stream().allMatch(action -> action instanceof AlterAction.RenameTable);
        if (!said && !light) {
            report.add(place.step(), "The server may copy the whole table, and block it, without a word.");
        }
    }

    private static void lostAttributes(AlterAction.RedefineColumn change, Checks.Place place, Report report) {
        boolean says = change.definition().has(Kind.NOT_NULL)
                || change.definition().has(Kind.NULL)
                || change.definition().has(Kind.PRIMARY_KEY);
        if (!says) {
            report.add(
                    place.step(),
                    change.offset(),
                    "'" + change.column().value()
                            + "' loses NOT NULL, DEFAULT and COMMENT where it had them and they are not said again.");
        }
    }

    private static void engine(Script script, Report report) {
        Set<String> engines = Set.of("myisam", "memory", "csv", "aria");
        for (Step step : script.steps()) {
            if (step.statement() instanceof Definition.CreateTable create) {
                List<Token> options = create.options().tokens();
                for (int i = 0; i + 1 < options.size(); i++) {
                    int value = options.get(i + 1).isSymbol("=") && i + 2 < options.size() ? i + 2 : i + 1;
                    boolean bad =
                            options.get(i).is("engine") && engines.stream().anyMatch(options.get(value)::is);
                    if (bad) {
                        report.add(step, options.get(value).offset(), "This engine knows no transactions.");
                    }
                }
            } else if (step.statement() instanceof Definition.AlterTable alter) {
                for (AlterAction action : alter.actions()) {
                    if (action instanceof AlterAction.Option option
                            && option.name().equals("ENGINE")
                            && engines.contains(Objects.requireNonNullElse(option.value(), ""))) {
                        report.add(step, option.offset(), "This engine knows no transactions.");
                    }
                }
            }
        }
    }
}
