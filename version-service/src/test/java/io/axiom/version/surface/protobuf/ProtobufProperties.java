package io.axiom.version.surface.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.RejectedException;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any surface. */
class ProtobufProperties {
    private static final ProtobufComparator COMPARATOR = new ProtobufComparator();

    @Property(tries = 200)
    void aSurfaceComparedWithItselfHasNoChanges(@ForAll("surfaces") String surface) {
        assertThat(COMPARATOR.compare(surface, surface).changes()).isEmpty();
    }

    @Property(tries = 200)
    void theOrderOfDefinitionsDoesNotMatter(@ForAll("messages") List<String> messages) {
        String header = "syntax = \"proto3\"; package shop; import \"gone.proto\"; enum E { Z = 0; } ";
        assertThat(COMPARATOR
                        .compare(header + named(messages), header + named(messages.reversed(), messages.size()))
                        .changes())
                .isEmpty();
    }

    @Property(tries = 200)
    void whatOneDirectionAddsTheOtherBreaks(@ForAll("messages") List<String> messages) {
        String header = "syntax = \"proto3\"; package shop; import \"gone.proto\"; enum E { Z = 0; } ";
        String less = header + named(messages);
        String more = less + " message New { int32 a = 1; }";

        assertThat(COMPARATOR.compare(less, more).changes())
                .extracting(SurfaceChange::rule)
                .containsExactly("MESSAGE_ADDED");
        assertThat(COMPARATOR.compare(more, less).verdict()).isEqualTo(Judgement.BREAKING);
    }

    @Property(tries = 500)
    void brokenTextIsRefusedAndNothingElse(
            @ForAll("surfaces") String surface, @ForAll @IntRange(max = 10_000) int at, @ForAll char garbage) {
        int cut = at % surface.length();
        String broken = surface.substring(0, cut) + garbage + surface.substring(cut + 1);
        try {
            SurfaceComparison comparison = COMPARATOR.compare(surface, broken);
            assertThat(comparison.verdict()).isNotNull();
        } catch (RejectedException e) {
            assertThat(e.rejection().code()).startsWith("surface.");
        }
    }

    @Provide
    Arbitrary<String> surfaces() {
        Arbitrary<String> header = Arbitraries.of("syntax = \"proto3\"; ", "edition = \"2023\"; ");
        return Combinators.combine(header, messages())
                .as((start, messages) -> start
                        + "package shop.v1; import \"gone.proto\"; option java_package = \"a\\x41\"; enum E { Z = 0; reserved 5 to max; } "
                        + "service S { rpc Get(M0) returns (stream M0) { option (x).y = { z: [1, 2] w < v: -inf > }; } } "
                        + named(messages));
    }

    @Provide
    Arbitrary<List<String>> messages() {
        Arbitrary<String> type =
                Arbitraries.of("int32", "string", "bytes", "E", "M0", ".google.protobuf.Any", "Gone", "sfixed64");
        Arbitrary<String> field = Arbitraries.of(
                "$t f$n = $n;",
                "repeated $t f$n = $n;",
                "map<string, $t> f$n = $n;",
                "oneof o$n { $t f$n = $n [deprecated = true, (custom) = \"a\" 'b']; }",
                "message N$n { $t f = 1; }",
                "reserved $n;");
        return Combinators.combine(field, type)
                .as((shape, of) -> shape.replace("$t", of))
                .list()
                .ofMaxSize(6)
                .map(fields -> IntStream.range(0, fields.size())
                        .mapToObj(i -> fields.get(i).replace("$n", Integer.toString(i + 1)))
                        .collect(Collectors.joining(" ")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static String named(List<String> bodies) {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> "message M" + i + " { " + bodies.get(i) + " }")
                .collect(Collectors.joining(" "));
    }

    private static String named(List<String> reversed, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "message M" + (size - 1 - i) + " { " + reversed.get(i) + " }")
                .collect(Collectors.joining(" "));
    }
}
