// Data files compiled into the program: SwiftPM's own resources would draw in all of Foundation.
#include "cazurefacts.h"

static const unsigned char platform_routes[] = {
#embed "platform-routes.tsv"
};

static const unsigned char api_behaviours[] = {
#embed "api-behaviours.tsv"
};

cazurefacts_file cazurefacts_platform_routes(void) {
  return (cazurefacts_file){platform_routes, sizeof platform_routes};
}

cazurefacts_file cazurefacts_api_behaviours(void) {
  return (cazurefacts_file){api_behaviours, sizeof api_behaviours};
}

static const unsigned char service_endpoint_tags[] = {
#embed "service-endpoint-tags.tsv"
};

cazurefacts_file cazurefacts_service_endpoint_tags(void) {
  return (cazurefacts_file){service_endpoint_tags, sizeof service_endpoint_tags};
}

static const unsigned char default_security_rules[] = {
#embed "default-security-rules.tsv"
};

cazurefacts_file cazurefacts_default_security_rules(void) {
  return (cazurefacts_file){default_security_rules, sizeof default_security_rules};
}

static const unsigned char internet_tag_exclusions[] = {
#embed "internet-tag-exclusions.tsv"
};

cazurefacts_file cazurefacts_internet_tag_exclusions(void) {
  return (cazurefacts_file){internet_tag_exclusions, sizeof internet_tag_exclusions};
}

static const unsigned char managed_subnets[] = {
#embed "managed-subnets.tsv"
};

cazurefacts_file cazurefacts_managed_subnets(void) {
  return (cazurefacts_file){managed_subnets, sizeof managed_subnets};
}

static const unsigned char platform_addresses[] = {
#embed "platform-addresses.tsv"
};

cazurefacts_file cazurefacts_platform_addresses(void) {
  return (cazurefacts_file){platform_addresses, sizeof platform_addresses};
}

static const unsigned char intent_policy_services[] = {
#embed "intent-policy-services.tsv"
};

cazurefacts_file cazurefacts_intent_policy_services(void) {
  return (cazurefacts_file){intent_policy_services, sizeof intent_policy_services};
}
