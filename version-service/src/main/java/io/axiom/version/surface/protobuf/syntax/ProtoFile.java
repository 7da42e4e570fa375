package io.axiom.version.surface.protobuf.syntax;

import java.util.List;

/**
 * A parsed file; names in it are as written and not resolved.
 *
 * @param name its path as importers write it
 * @param packageName empty when the file has none
 */
public record ProtoFile(
        String name,
        Dialect dialect,
        String packageName,
        List<Import> imports,
        Options options,
        List<MessageNode> messages,
        List<EnumNode> enums,
        List<ServiceNode> services,
        List<ExtendNode> extensions) {

    /**
     * An import.
     *
     * @param isPublic whether importers of this file see the imported one as well
     */
    public record Import(String file, boolean isPublic) {}

    /** @throws io.axiom.language.RejectedException when the text is not valid, or too much for the budget */
    public static ProtoFile parse(String name, String text, TextBudget budget) {
        return new FileParser(name, text, budget).parse();
    }
}
