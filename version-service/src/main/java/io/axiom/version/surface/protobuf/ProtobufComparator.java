package io.axiom.version.surface.protobuf;

import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.version.surface.SurfaceComparator;
import io.axiom.version.surface.protobuf.rule.Category;
import io.axiom.version.surface.protobuf.rule.Finding;
import io.axiom.version.surface.protobuf.rule.ProtobufRules;
import io.axiom.version.surface.protobuf.rule.Rule;
import io.axiom.version.surface.protobuf.schema.Schema;
import java.util.EnumSet;
import java.util.Set;

/**
 * Compares two sets of Protobuf files (proto2, proto3, editions 2023 and 2024).
 *
 * <p>What the rules of buf's category FILE find is breaking; their ids are used as they are. Additions are safe, except that a
 * new value of a closed enum is risky. A changed custom option, and a type whose file was not given, are undetermined. Files
 * are never fetched: imports are looked for among those given and those that come with protoc.
 */
public final class ProtobufComparator implements SurfaceComparator {
    private static final Set<Rule> RULES = rules();

    @Override
    public SurfaceKind kind() {
        return SurfaceKind.PROTOBUF;
    }

    /**
     * Compares two contents; each is the text of one file, or a JSON object of file name to text. A file without a name is
     * matched with the only file of the other side.
     *
     * @throws io.axiom.language.RejectedException with {@code surface.malformed}, {@code surface.edition-unknown},
     *     {@code surface.too-large} or {@code surface.too-deep}
     */
    @Override
    public SurfaceComparison compare(String previous, String current) {
        ProtobufSources before = ProtobufSources.read(previous);
        ProtobufSources now = ProtobufSources.read(current);
        Schema previousSchema = Schema.of(before.namedLike(now).files());
        Schema currentSchema = Schema.of(now.namedLike(before).files());
        return SurfaceComparison.of(new ProtobufRules(RULES)
                .compare(previousSchema, currentSchema).stream()
                        .map(Finding::change)
                        .toList());
    }

    private static Set<Rule> rules() {
        Set<Rule> rules = EnumSet.allOf(Rule.class);
        rules.removeIf(rule -> !rule.isIn(Category.FILE) && !rule.isIn(Category.AXIOM));
        return rules;
    }
}
