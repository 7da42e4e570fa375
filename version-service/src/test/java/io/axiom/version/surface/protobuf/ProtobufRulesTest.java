package io.axiom.version.surface.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.version.surface.protobuf.rule.Category;
import io.axiom.version.surface.protobuf.rule.Finding;
import io.axiom.version.surface.protobuf.rule.ProtobufRules;
import io.axiom.version.surface.protobuf.rule.Rule;
import io.axiom.version.surface.protobuf.schema.Schema;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProtobufRulesTest {
    private static final ProtobufComparator COMPARATOR = new ProtobufComparator();
    private static final String PROTO3 = "syntax = \"proto3\"; package shop; ";
    private static final String PROTO2 = "syntax = \"proto2\"; package shop; ";
    private static final String EDITION = "edition = \"2023\"; package shop; ";

    /** Header of the file, its body before and now, and exactly the rules that must be broken by default. */
    static Stream<Arguments> breakingByDefault() {
        return Stream.of(
                change(PROTO3, "message A {} message B {}", "message A {}", "MESSAGE_NO_DELETE"),
                change(PROTO3, "message A { message B {} }", "message A {}", "MESSAGE_NO_DELETE"),
                change(PROTO3, "enum A { Z = 0; }", "", "ENUM_NO_DELETE"),
                change(PROTO3, "service A {}", "", "SERVICE_NO_DELETE"),
                change(
                        PROTO2,
                        "message A { extensions 1 to 9; } extend A { optional int32 b = 1; }",
                        "message A { extensions 1 to 9; }",
                        "EXTENSION_NO_DELETE"),
                change(
                        PROTO3,
                        "enum A { Z = 0; B = 1; }",
                        "enum A { Z = 0; reserved 1; reserved \"B\"; }",
                        "ENUM_VALUE_NO_DELETE"),
                change(PROTO3, "enum A { Z = 0; B = 1; }", "enum A { Z = 0; C = 1; }", "ENUM_VALUE_SAME_NAME"),
                change(
                        PROTO3,
                        "enum A { Z = 0; reserved 1 to 3; }",
                        "enum A { Z = 0; reserved 1, 3; }",
                        "RESERVED_ENUM_NO_DELETE"),
                change(
                        EDITION,
                        "enum A { Z = 0; }",
                        "enum A { option features.enum_type = CLOSED; Z = 0; }",
                        "ENUM_SAME_TYPE"),
                change(
                        EDITION,
                        "enum A { Z = 0; }",
                        "enum A { option features = { json_format: LEGACY_BEST_EFFORT }; Z = 0; }",
                        "ENUM_SAME_JSON_FORMAT"),
                change(
                        EDITION,
                        "message A {}",
                        "message A { option features.json_format = LEGACY_BEST_EFFORT; }",
                        "MESSAGE_SAME_JSON_FORMAT"),
                change(
                        PROTO2,
                        "message A { extensions 100 to max; }",
                        "message A { extensions 101 to max; }",
                        "EXTENSION_MESSAGE_NO_DELETE"),
                change(
                        PROTO3,
                        "message A { reserved 1 to 5; reserved \"x\"; }",
                        "message A { reserved 1 to 5; }",
                        "RESERVED_MESSAGE_NO_DELETE"),
                change(
                        PROTO3,
                        "message A {}",
                        "message A { option no_standard_descriptor_accessor = true; }",
                        "MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR"),
                change(
                        PROTO2,
                        "message A {}",
                        "message A { option message_set_wire_format = true; }",
                        "OPTION_CHANGED"),
                change(
                        PROTO2,
                        "message A { optional int32 a = 1; }",
                        "message A { required int32 a = 1; }",
                        "FIELD_SAME_CARDINALITY",
                        "MESSAGE_SAME_REQUIRED_FIELDS"),
                change(PROTO2, "message A { }", "message A { required int32 a = 1; }", "MESSAGE_SAME_REQUIRED_FIELDS"),
                change(PROTO3, "message A { int32 a = 1; }", "message A {}", "FIELD_NO_DELETE"),
                change(
                        PROTO3,
                        "message A { int32 a = 1; }",
                        "message A { optional int32 a = 1; }",
                        "FIELD_SAME_CARDINALITY"),
                change(
                        PROTO3,
                        "message A { int32 a = 1; }",
                        "message A { repeated int32 a = 1; }",
                        "FIELD_SAME_CARDINALITY"),
                change(PROTO3, "message A { int32 a = 1; }", "message A { uint32 a = 1; }", "FIELD_SAME_TYPE"),
                change(PROTO3, "message A { A a = 1; }", "message A { B a = 1; } message B {}", "FIELD_SAME_TYPE"),
                change(
                        EDITION,
                        "message A { A a = 1; }",
                        "message A { A a = 1 [features.message_encoding = DELIMITED]; }",
                        "FIELD_SAME_TYPE"),
                change(
                        PROTO3,
                        "message A { int32 a = 1; }",
                        "message A { int32 b = 1; }",
                        "FIELD_SAME_NAME",
                        "FIELD_SAME_JSON_NAME"),
                change(
                        PROTO3,
                        "message A { int32 a_b = 1; }",
                        "message A { int32 a_b = 1 [json_name = \"a\"]; }",
                        "FIELD_SAME_JSON_NAME"),
                change(
                        PROTO3,
                        "message A { int64 a = 1; }",
                        "message A { int64 a = 1 [jstype = JS_STRING]; }",
                        "FIELD_SAME_JSTYPE"),
                change(
                        PROTO3,
                        "message A { string a = 1; }",
                        "message A { string a = 1 [ctype = CORD]; }",
                        "FIELD_SAME_CPP_STRING_TYPE"),
                change(
                        EDITION,
                        "message A { string a = 1; }",
                        "message A { string a = 1 [features.utf8_validation = NONE]; }",
                        "FIELD_SAME_UTF8_VALIDATION",
                        "FIELD_SAME_JAVA_UTF8_VALIDATION"),
                change(
                        PROTO2,
                        "message A { optional string a = 1; }",
                        "option java_string_check_utf8 = true; message A { optional string a = 1; }",
                        "FIELD_SAME_JAVA_UTF8_VALIDATION"),
                change(
                        PROTO2,
                        "message A { optional int32 a = 1 [default = 10]; }",
                        "message A { optional int32 a = 1 [default = 0x0B]; }",
                        "FIELD_SAME_DEFAULT"),
                change(
                        PROTO2,
                        "message A { optional float a = 1 [default = inf]; }",
                        "message A { optional float a = 1 [default = -inf]; }",
                        "FIELD_SAME_DEFAULT"),
                change(
                        PROTO2,
                        "message A { optional bytes a = 1 [default = \"\\001\"]; }",
                        "message A { optional bytes a = 1 [default = '\\x02']; }",
                        "FIELD_SAME_DEFAULT"),
                change(
                        PROTO2,
                        "message A { optional B a = 1; } enum B { ONE = 1; TWO = 2; }",
                        "message A { optional B a = 1 [default = TWO]; } enum B { ONE = 1; TWO = 2; }",
                        "FIELD_SAME_DEFAULT"),
                change(
                        PROTO3,
                        "message A { oneof b { int32 a = 1; int32 c = 2; } }",
                        "message A { oneof b { int32 a = 1; } int32 c = 2; }",
                        "FIELD_SAME_ONEOF",
                        "FIELD_SAME_CARDINALITY"),
                change(
                        PROTO3,
                        "message A { oneof b { int32 a = 1; } }",
                        "message A { optional int32 a = 1; }",
                        "ONEOF_NO_DELETE",
                        "FIELD_SAME_ONEOF"),
                change(
                        PROTO3,
                        "message A {} service S { rpc B(A) returns (A); }",
                        "message A {} service S {}",
                        "RPC_NO_DELETE"),
                change(
                        PROTO3,
                        "message A {} service S { rpc B(A) returns (A); }",
                        "message A {} service S { rpc B(stream A) returns (stream A); }",
                        "RPC_SAME_CLIENT_STREAMING",
                        "RPC_SAME_SERVER_STREAMING"),
                change(
                        PROTO3,
                        "message A {} message C {} service S { rpc B(A) returns (A); }",
                        "message A {} message C {} service S { rpc B(C) returns (.shop.C); }",
                        "RPC_SAME_REQUEST_TYPE",
                        "RPC_SAME_RESPONSE_TYPE"),
                change(
                        PROTO3,
                        "message A {} service S { rpc B(A) returns (A); }",
                        "message A {} service S { rpc B(A) returns (A) { option idempotency_level = IDEMPOTENT; } }",
                        "RPC_SAME_IDEMPOTENCY_LEVEL"),
                change(
                        PROTO3,
                        "",
                        "option go_package = \"x\"; option optimize_for = LITE_RUNTIME;",
                        "FILE_SAME_GO_PACKAGE",
                        "FILE_SAME_OPTIMIZE_FOR"));
    }

    @ParameterizedTest
    @MethodSource("breakingByDefault")
    void aBreakingChangeIsFoundByItsRulesAndNoOther(String header, String before, String now, Set<String> rules) {
        SurfaceComparison comparison = COMPARATOR.compare(header + before, header + now);

        assertThat(comparison.verdict()).isEqualTo(Judgement.BREAKING);
        assertThat(comparison.changes().stream()
                        .filter(change -> change.judgement() == Judgement.BREAKING)
                        .map(SurfaceChange::rule)
                        .collect(Collectors.toSet()))
                .isEqualTo(rules);
    }

    /** What changes, and the rules of buf's narrower categories that must find it. */
    static Stream<Arguments> narrowerRules() {
        return Stream.of(
                change(
                        PROTO3,
                        "message A { int32 a = 1; }",
                        "message A {}",
                        "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
                        "FIELD_NO_DELETE_UNLESS_NAME_RESERVED"),
                change(
                        PROTO3,
                        "message A { int32 a = 1; }",
                        "message A { reserved 1; }",
                        "FIELD_NO_DELETE_UNLESS_NAME_RESERVED"),
                change(
                        PROTO3,
                        "enum A { Z = 0; B = 1; }",
                        "enum A { Z = 0; reserved \"B\"; }",
                        "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED"),
                change(
                        PROTO3,
                        "message A { int32 a = 1; }",
                        "message A { bool a = 1; }",
                        "FIELD_WIRE_JSON_COMPATIBLE_TYPE"),
                change(
                        PROTO3,
                        "message A { string a = 1; }",
                        "message A { bytes a = 1; }",
                        "FIELD_WIRE_JSON_COMPATIBLE_TYPE"),
                change(
                        PROTO3,
                        "message A { bytes a = 1; }",
                        "message A { string a = 1; }",
                        "FIELD_WIRE_JSON_COMPATIBLE_TYPE",
                        "FIELD_WIRE_COMPATIBLE_TYPE"),
                change(PROTO3, "message A { int32 a = 1; }", "message A { optional int32 a = 1; }"),
                change(
                        PROTO3,
                        "message A { int32 a = 1; }",
                        "message A { repeated int32 a = 1; }",
                        "FIELD_WIRE_COMPATIBLE_CARDINALITY",
                        "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY"),
                change(
                        PROTO3,
                        "message A { map<int32, int32> a = 1; }",
                        "message A { repeated AEntry a = 1; message AEntry { int32 key = 1; int32 value = 2; } }",
                        "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY"),
                change(
                        PROTO3,
                        "message A { B a = 1; enum B { Z = 0; } }",
                        "enum B { Y = 0; X = 1; } message A { B a = 1; }",
                        "PACKAGE_ENUM_NO_DELETE",
                        "FIELD_WIRE_COMPATIBLE_TYPE",
                        "FIELD_WIRE_JSON_COMPATIBLE_TYPE"),
                change(
                        PROTO3,
                        "message A { B a = 1; enum B { Z = 0; } }",
                        "enum B { Z = 0; X = 1; } message A { B a = 1; }",
                        "PACKAGE_ENUM_NO_DELETE"));
    }

    @ParameterizedTest
    @MethodSource("narrowerRules")
    void theNarrowerRulesOfBufAreKnownToo(String header, String before, String now, Set<String> rules) {
        Set<Rule> narrow = EnumSet.noneOf(Rule.class);
        Arrays.stream(Rule.values())
                .filter(rule -> !rule.isIn(Category.FILE) && !rule.isIn(Category.AXIOM))
                .forEach(narrow::add);
        List<Finding> findings = new ProtobufRules(narrow)
                .compare(Schema.of(Map.of("a.proto", header + before)), Schema.of(Map.of("a.proto", header + now)));

        assertThat(findings.stream().map(finding -> finding.rule().name()).collect(Collectors.toSet()))
                .isEqualTo(rules);
    }

    /** What is new, the rule that says so, and how it is judged. */
    static Stream<Arguments> additions() {
        return Stream.of(
                addition(
                        PROTO3,
                        "",
                        "message A { int32 a = 1; message B {} enum C { Z = 0; } }",
                        "MESSAGE_ADDED",
                        Judgement.SAFE),
                addition(PROTO3, "", "enum A { Z = 0; }", "ENUM_ADDED", Judgement.SAFE),
                addition(PROTO3, "", "service A {}", "SERVICE_ADDED", Judgement.SAFE),
                addition(PROTO3, "message A {}", "message A { int32 a = 1; }", "FIELD_ADDED", Judgement.SAFE),
                addition(PROTO3, "enum A { Z = 0; }", "enum A { Z = 0; B = 1; }", "ENUM_VALUE_ADDED", Judgement.SAFE),
                addition(PROTO2, "enum A { Z = 0; }", "enum A { Z = 0; B = 1; }", "ENUM_VALUE_ADDED", Judgement.RISKY),
                addition(
                        PROTO2,
                        "enum A { option allow_alias = true; Z = 0; }",
                        "enum A { option allow_alias = true; Z = 0; B = 0; }",
                        "ENUM_VALUE_ADDED",
                        Judgement.SAFE),
                addition(
                        PROTO3,
                        "message A {} service S {}",
                        "message A {} service S { rpc B(A) returns (A); }",
                        "RPC_ADDED",
                        Judgement.SAFE),
                addition(
                        PROTO2,
                        "message A { extensions 1; }",
                        "message A { extensions 1; } extend A { optional int32 b = 1; }",
                        "EXTENSION_ADDED",
                        Judgement.SAFE),
                addition(
                        PROTO2,
                        "message A { extensions 1; }",
                        "message A { extensions 1 to 2; }",
                        "EXTENSION_RANGE_ADDED",
                        Judgement.SAFE));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void whatIsNewIsToldOnceAndAsksForAMinorVersion(
            String header, String before, String now, String rule, Judgement judgement) {
        SurfaceComparison comparison = COMPARATOR.compare(header + before, header + now);

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.rule()).isEqualTo(rule);
            assertThat(change.judgement()).isEqualTo(judgement);
            assertThat(change.addition()).isTrue();
            assertThat(change.previous()).isNull();
        });
    }

    /** The same surface in other words. */
    static Stream<Arguments> sameSurfaces() {
        return Stream.of(
                Arguments.of(
                        PROTO3 + "message A { int32 a = 1; } // first\n message B {}",
                        PROTO3 + "/* second */ message B {} message A { int32 a = 0x1; }"),
                Arguments.of(PROTO3 + "message A { A a = 1; }", PROTO3 + "message A { .shop.A a = 1; }"),
                Arguments.of(PROTO3 + "message A { reserved 1, 2, 3; }", PROTO3 + "message A { reserved 1 to 3; }"),
                Arguments.of(
                        PROTO3 + "message A { int32 a_b = 1; }",
                        PROTO3 + "message A { int32 a_b = 1 [json_name = \"aB\"]; }"),
                Arguments.of(
                        "package shop; message A { optional int32 a = 1; }",
                        PROTO2 + "message A { optional int32 a = 1; }"),
                Arguments.of(
                        PROTO2 + "message A { optional double a = 1 [default = 1e2]; }",
                        PROTO2 + "message A { optional double a = 1 [default = 100]; }"),
                Arguments.of(
                        EDITION + "option features.enum_type = CLOSED; enum A { Z = 0; }",
                        EDITION + "option features = { enum_type: CLOSED }; enum A { Z = 0; }"));
    }

    @ParameterizedTest
    @MethodSource("sameSurfaces")
    void writingTheSameDifferentlyBreaksNobody(String before, String now) {
        assertThat(COMPARATOR.compare(before, now).changes()).isEmpty();
    }

    @Test
    void aChangeNamesTheElementAndShowsBothValues() {
        SurfaceComparison comparison = COMPARATOR.compare(
                PROTO3 + "message A { message B { int32 c = 7; } }",
                PROTO3 + "message A { message B { string c = 7; } }");

        assertThat(comparison.changes())
                .containsExactly(new SurfaceChange(
                        "FIELD_SAME_TYPE",
                        Judgement.BREAKING,
                        "shop.A.B.c",
                        "int32",
                        "string",
                        false,
                        "The type of the field shop.A.B.c changed from int32 to string."));
    }

    private static Arguments change(String header, String before, String now, String... rules) {
        return Arguments.of(header, before, now, new TreeSet<>(Set.of(rules)));
    }

    private static Arguments addition(String header, String before, String now, String rule, Judgement judgement) {
        return Arguments.of(header, before, now, rule, judgement);
    }
}
