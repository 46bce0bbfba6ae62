// Data files compiled into the program: SwiftPM's own resources would draw in all of Foundation.
#include "cmigratefacts.h"

static const unsigned char endpoints[] = {
#embed "migrate-endpoints.tsv"
};

static const unsigned char public_urls[] = {
#embed "migrate-public-urls.tsv"
};

static const unsigned char roles[] = {
#embed "built-in-roles.tsv"
};

cmigratefacts_file cmigratefacts_endpoints(void) { return (cmigratefacts_file){endpoints, sizeof endpoints}; }

cmigratefacts_file cmigratefacts_public_urls(void) { return (cmigratefacts_file){public_urls, sizeof public_urls}; }

cmigratefacts_file cmigratefacts_roles(void) { return (cmigratefacts_file){roles, sizeof roles}; }
