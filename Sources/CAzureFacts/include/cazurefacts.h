#ifndef CAZUREFACTS_H
#define CAZUREFACTS_H

#include <stddef.h>

/// The bytes of one data file; not terminated by a zero.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} cazurefacts_file;

cazurefacts_file cazurefacts_platform_routes(void);
cazurefacts_file cazurefacts_api_behaviours(void);
cazurefacts_file cazurefacts_service_endpoint_tags(void);
cazurefacts_file cazurefacts_default_security_rules(void);
cazurefacts_file cazurefacts_internet_tag_exclusions(void);
cazurefacts_file cazurefacts_managed_subnets(void);
cazurefacts_file cazurefacts_intent_policy_services(void);
cazurefacts_file cazurefacts_platform_addresses(void);

#endif
