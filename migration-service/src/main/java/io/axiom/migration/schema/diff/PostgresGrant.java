package io.axiom.migration.schema.diff;

import static io.axiom.migration.schema.diff.PostgresNames.name;
import static io.axiom.migration.schema.diff.PostgresNames.word;

import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import java.util.List;

/** Privileges. A grant's owner is the text of the object it is on. */
final class PostgresGrant {
    private static final String WITH_OPTION = " WITH GRANT OPTION";

    private PostgresGrant() {}

    static String grant(SchemaObject grant) {
        List<String> plain = grant.elements().stream()
                .filter(privilege -> !privilege.endsWith(WITH_OPTION))
                .toList();
        List<String> passed = grant.elements().stream()
                .filter(privilege -> privilege.endsWith(WITH_OPTION))
                .map(privilege -> privilege.substring(0, privilege.length() - WITH_OPTION.length()))
                .toList();
        String first = plain.isEmpty() ? "" : "GRANT " + String.join(", ", plain) + on(grant) + " TO " + grantee(grant);
        String second = passed.isEmpty()
                ? ""
                : "GRANT " + String.join(", ", passed) + on(grant) + " TO " + grantee(grant) + WITH_OPTION;
        return first.isEmpty() || second.isEmpty() ? first + second : first + ";\n" + second;
    }

    static String revoke(SchemaObject grant) {
        return "REVOKE ALL" + on(grant) + " FROM " + grantee(grant);
    }

    private static String grantee(SchemaObject grant) {
        String role = grant.id().name();
        return role.equals("PUBLIC") ? role : word(role);
    }

    private static String on(SchemaObject grant) {
        ObjectId target = ObjectId.parse(grant.id().owner());
        String what = switch (target.kind()) {
            case SCHEMA -> "SCHEMA ";
            case SEQUENCE -> "SEQUENCE ";
            case FUNCTION, PROCEDURE -> "ROUTINE ";
            case ENUM, DOMAIN, RANGE, COMPOSITE -> "TYPE ";
            default -> "TABLE ";
        };
        boolean routine = what.equals("ROUTINE ");
        int arguments = target.name().indexOf('(');
        return " ON " + what
                + (routine
                        ? word(target.schema())
                                + '.'
                                + word(target.name().substring(0, arguments))
                                + target.name().substring(arguments)
                        : name(target));
    }
}
