package io.axiom.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.axiom.standin.Platform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private final Platform platform = Platform.shared();
    private final JsonNode document = platform.rest().get("/openapi.json").json();

    @Test
    void everyMappedRouteIsDocumented() {
        Set<String> mapped = new TreeSet<>();
        platform.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, _) -> mapping.getPathPatternsCondition()
                        .getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method.name().toLowerCase() + ' ' + form(path)))));
        mapped.removeIf(route -> route.contains("/actuator") || route.contains("/error"));

        assertThat(documented()).containsAll(mapped).hasSizeGreaterThan(45);
    }

    @Test
    void everyDocumentedRouteIsServed() {
        List<String> missing = new ArrayList<>();
        document.path("paths")
                .propertyNames()
                .forEach(path -> document.path("paths")
                        .path(path)
                        .propertyNames()
                        .forEach(method -> {
                            if (method.equals("get") && !path.endsWith("/stream")) {
                                var answer = platform.rest().get(path.replaceAll("\\{[^}]+}", "x"));
                                if (answer.response().body().contains("request.no-such-path")
                                        || answer.status() == 405) {
                                    missing.add(method + ' ' + path);
                                }
                            }
                        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void itsSchemasAreJsonSchemasAndEveryReferenceLeadsSomewhere() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        JsonNode schemas = document.path("components").path("schemas");
        assertThat(schemas.size()).isGreaterThan(30);
        schemas.propertyNames()
                .forEach(name ->
                        assertThat(meta.validate(schemas.path(name))).as(name).isEmpty());

        Set<String> references = new HashSet<>();
        collect(document, references);
        for (String reference : references) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void itIsShapedAsOpenApi31AsksFor() {
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("info").path("title").asString()).isEqualTo("Axiom");
        Set<String> ids = new HashSet<>();
        Set<String> templates = new HashSet<>();
        document.path("paths").propertyNames().forEach(path -> {
            assertThat(templates.add(form(path))).as(path).isTrue();
            document.path("paths").path(path).forEach(operation -> {
                assertThat(ids.add(operation.path("operationId").asString()))
                        .as(operation.toString())
                        .isTrue();
                assertThat(operation.path("responses").size()).isGreaterThanOrEqualTo(2);
                assertThat(operation.path("summary").asString()).endsWith(".");
                operation.path("parameters").forEach(parameter -> {
                    assertThat(parameter.path("in").asString()).isIn("path", "query", "header");
                    assertThat(parameter.path("schema").path("type").asString()).isNotBlank();
                });
            });
        });
    }

    @Test
    void aRealAnswerFitsItsSchema() {
        Schema status = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(withDefinitions("PlatformStatus"));
        assertThat(status.validate(platform.rest().get("/api/status").json())).isEmpty();
    }

    private JsonNode withDefinitions(String name) {
        var schema = ((tools.jackson.databind.node.ObjectNode) document.deepCopy());
        schema.put("$ref", "#/components/schemas/" + name);
        return schema;
    }

    private Set<String> documented() {
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .propertyNames()
                .forEach(path -> document.path("paths")
                        .path(path)
                        .propertyNames()
                        .forEach(method -> documented.add(method + ' ' + form(path))));
        return documented;
    }

    private static String form(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.isObject() && node.path("$ref").isString()) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }
}
