package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import org.junit.jupiter.api.Test;

/** Properties of objects, what must be there, and what is only sent or only received. */
class PropertyRulesTest {
    private static final String EMPTY = "{type: object}";
    private static final String NAME = "{type: object, properties: {name: {type: string}}}";
    private static final String NAME_REQUIRED = "{type: object, properties: {name: {type: string}}, required: [name]}";

    @Test
    void anOptionalPropertyMoreIsAnAddition() {
        SurfaceComparison request = Documents.compare(Documents.request(EMPTY), Documents.request(NAME));
        assertThat(Documents.rules(request)).containsExactly("new-optional-request-property safe");
        assertThat(request.adds()).isTrue();
        SurfaceComparison response = Documents.compare(Documents.response(EMPTY), Documents.response(NAME));
        assertThat(Documents.rules(response)).containsExactly("response-optional-property-added safe");
        assertThat(response.adds()).isTrue();
    }

    @Test
    void aRequiredPropertyMoreBreaksRequestsOnly() {
        assertThat(Documents.rules(Documents.request(EMPTY), Documents.request(NAME_REQUIRED)))
                .containsExactly("new-required-request-property breaking");
        assertThat(Documents.rules(Documents.response(EMPTY), Documents.response(NAME_REQUIRED)))
                .containsExactly("response-required-property-added safe");
    }

    @Test
    void aPropertyLessIsARiskUnlessItWasReliedOn() {
        assertThat(Documents.rules(Documents.request(NAME), Documents.request(EMPTY)))
                .containsExactly("request-property-removed risky");
        assertThat(Documents.rules(Documents.response(NAME), Documents.response(EMPTY)))
                .containsExactly("response-optional-property-removed risky");
        assertThat(Documents.rules(Documents.response(NAME_REQUIRED), Documents.response(EMPTY)))
                .containsExactly("response-required-property-removed breaking");
    }

    @Test
    void aPropertyLessIsRefusedWhereNothingElseIsAllowed() {
        assertThat(Documents.rules(
                        Documents.request("{properties: {a: {}, b: {}}, additionalProperties: false}"),
                        Documents.request("{properties: {a: {}}, additionalProperties: false}")))
                .containsExactly("request-property-refused breaking");
    }

    @Test
    void becomingRequiredBreaksRequestsAndBecomingOptionalBreaksResponses() {
        assertThat(Documents.rules(Documents.request(NAME), Documents.request(NAME_REQUIRED)))
                .containsExactly("request-property-became-required breaking");
        assertThat(Documents.rules(Documents.request(NAME_REQUIRED), Documents.request(NAME)))
                .containsExactly("request-property-became-optional safe");
        assertThat(Documents.rules(Documents.response(NAME_REQUIRED), Documents.response(NAME)))
                .containsExactly("response-property-became-optional breaking");
    }

    @Test
    void aNameThatIsOnlyDemandedCountsToo() {
        assertThat(Documents.rules(Documents.request(EMPTY), Documents.request("{type: object, required: [id]}")))
                .containsExactly("request-property-became-required breaking");
    }

    @Test
    void whatIsReadOnlyIsNotAskedOfRequests() {
        assertThat(Documents.rules(
                        Documents.request(EMPTY),
                        Documents.request("{type: object, properties: {id: {readOnly: true}}, required: [id]}")))
                .isEmpty();
        assertThat(Documents.rules(
                        Documents.request("{properties: {id: {readOnly: true, maximum: 5}}}"),
                        Documents.request("{properties: {id: {readOnly: true, maximum: 4}}}")))
                .containsExactly("request-read-only-property-max-decreased safe");
    }

    @Test
    void whatIsWriteOnlyIsNotMissedInResponses() {
        assertThat(Documents.rules(
                        Documents.response("{properties: {secret: {writeOnly: true}}, required: [secret]}"),
                        Documents.response("{}")))
                .containsExactly("response-required-write-only-property-removed safe");
    }

    @Test
    void accessIsTold() {
        assertThat(Documents.rules(
                        Documents.request("{properties: {a: {}}}"),
                        Documents.request("{properties: {a: {readOnly: true}}}")))
                .containsExactly("request-optional-property-became-read-only safe");
        assertThat(Documents.rules(
                        Documents.response("{properties: {a: {writeOnly: true}}, required: [a]}"),
                        Documents.response("{properties: {a: {}}, required: [a]}")))
                .containsExactly("response-required-property-became-not-write-only risky");
    }

    @Test
    void aChangeSaysWhereAndWhat() {
        SurfaceChange change = Documents.compare(
                        Documents.request("{properties: {'a/b': {items: {type: string}}}}"),
                        Documents.request("{properties: {'a/b': {items: {type: integer}}}}"))
                .changes()
                .getFirst();
        assertThat(change.path())
                .isEqualTo("POST /pets#/requestBody/content/application~1json/schema/properties/a~1b/items");
        assertThat(change.previous()).isEqualTo("string");
        assertThat(change.current()).isEqualTo("integer");
        assertThat(change.sentence())
                .isEqualTo("The type of the request property \"a/b/items\" went from string to integer.");
    }

    @Test
    void deprecationAndStabilityOfPropertiesAreTold() {
        String plain = "{properties: {a: {type: string}}}";
        assertThat(Documents.rules(
                        Documents.response(plain),
                        Documents.response("{properties: {a: {type: string, deprecated: true}}}")))
                .containsExactly("response-property-deprecated safe");
        assertThat(Documents.rules(
                        Documents.response(plain),
                        Documents.response(
                                "{properties: {a: {type: string, deprecated: true, x-sunset: '2020-01-01'}}}")))
                .containsExactly("response-property-sunset-date-too-small breaking");
        assertThat(Documents.rules(
                        Documents.request(plain),
                        Documents.request("{properties: {a: {type: string, x-stability-level: draft}}}")))
                .containsExactly("request-property-stability-decreased breaking");
        assertThat(Documents.rules(
                        Documents.request(plain),
                        Documents.request("{properties: {a: {type: string, x-stability-level: shaky}}}")))
                .containsExactly("api-invalid-stability-level breaking");
    }

    @Test
    void textThatCarriesNoTypesTakesTextForNumbers() {
        assertThat(Documents.rules(
                        Documents.request("application/x-www-form-urlencoded", "{properties: {a: {type: integer}}}"),
                        Documents.request("application/x-www-form-urlencoded", "{properties: {a: {type: string}}}")))
                .containsExactly("request-property-type-compatible safe");
    }
}
