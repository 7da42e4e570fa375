package io.axiom.version;

import io.axiom.version.surface.SurfaceComparator;
import io.axiom.version.surface.events.EventsComparator;
import io.axiom.version.surface.jar.JarComparator;
import io.axiom.version.surface.jsonschema.JsonSchemaComparator;
import io.axiom.version.surface.openapi.OpenApiComparator;
import io.axiom.version.surface.protobuf.ProtobufComparator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be compared: one comparator for each kind of surface. */
@Configuration(proxyBeanMethods = false)
class SurfaceConfiguration {
    @Bean
    SurfaceComparator openApi() {
        return new OpenApiComparator();
    }

    @Bean
    SurfaceComparator jsonSchema() {
        return new JsonSchemaComparator();
    }

    @Bean
    SurfaceComparator protobuf() {
        return new ProtobufComparator();
    }

    @Bean
    SurfaceComparator jar() {
        return new JarComparator();
    }

    @Bean
    SurfaceComparator events() {
        return new EventsComparator();
    }
}
