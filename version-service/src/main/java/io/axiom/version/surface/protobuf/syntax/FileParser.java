package io.axiom.version.surface.protobuf.syntax;

import io.axiom.version.surface.protobuf.syntax.ProtoFile.Import;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The top level of a file. */
final class FileParser {
    private final String name;
    private final Tokens tokens;
    private final OptionParser optionParser;
    private final List<Import> imports = new ArrayList<>();
    private final Options.Builder options = new Options.Builder();
    private final List<EnumNode> enums = new ArrayList<>();
    private final List<ServiceNode> services = new ArrayList<>();
    private final List<ExtendNode> extensions = new ArrayList<>();
    private final List<MessageNode> messages = new ArrayList<>();
    private @Nullable String packageName;

    FileParser(String name, String text, TextBudget budget) {
        this.name = name;
        this.tokens = new Tokens(name, text, budget);
        this.optionParser = new OptionParser(tokens);
    }

    ProtoFile parse() {
        Dialect dialect = dialect();
        Definitions definitions = new Definitions(tokens, dialect);
        while (!tokens.atEnd()) {
            statement(definitions);
        }
        return new ProtoFile(
                name,
                dialect,
                packageName == null ? "" : packageName,
                imports,
                options.build(),
                messages,
                enums,
                services,
                extensions);
    }

    private Dialect dialect() {
        if (tokens.takeIf("syntax")) {
            tokens.expect("=");
            Dialect dialect = switch (tokens.string("a syntax")) {
                case "proto2" -> Dialect.PROTO2;
                case "proto3" -> Dialect.PROTO3;
                default -> throw tokens.error("the syntax is neither \"proto2\" nor \"proto3\"");
            };
            tokens.expect(";");
            return dialect;
        }
        if (tokens.takeIf("edition")) {
            tokens.expect("=");
            Dialect dialect = switch (tokens.string("an edition")) {
                case "2023" -> Dialect.EDITION_2023;
                case "2024" -> Dialect.EDITION_2024;
                default -> throw Malformed.unknownEdition(name);
            };
            tokens.expect(";");
            return dialect;
        }
        return Dialect.PROTO2;
    }

    private void statement(Definitions definitions) {
        if (tokens.takeIf(";")) {
            return;
        }
        definitions.skipVisibility();
        if (tokens.takeIf("import")) {
            importStatement();
        } else if (tokens.takeIf("package")) {
            packageStatement();
        } else if (tokens.takeIf("option")) {
            optionParser.statement(options);
        } else if (tokens.takeIf("message")) {
            messages.add(definitions.message());
        } else if (tokens.takeIf("enum")) {
            enums.add(definitions.enumeration());
        } else if (tokens.takeIf("service")) {
            services.add(definitions.service());
        } else if (tokens.takeIf("extend")) {
            extensions.add(definitions.extend(messages));
        } else {
            throw tokens.error(
                    "expected a message, enum, service, extend, option, import or package but found " + tokens.found());
        }
    }

    private void importStatement() {
        boolean isPublic = tokens.takeIf("public");
        boolean forOptionsOnly = !isPublic && !tokens.takeIf("weak") && tokens.takeIf("option");
        String file = new OptionValue(OptionValue.Kind.STRING, tokens.string("a file")).display();
        tokens.expect(";");
        if (!forOptionsOnly) {
            imports.add(new Import(file, isPublic));
        }
    }

    private void packageStatement() {
        if (packageName != null) {
            throw tokens.error("a second package statement");
        }
        String declared = tokens.dottedName("the name of a package");
        if (declared.startsWith(".") || declared.chars().filter(c -> c == '.').count() >= 32) {
            throw tokens.error("a package name must not start with a dot nor have more than 32 parts");
        }
        packageName = declared;
        tokens.expect(";");
    }
}
