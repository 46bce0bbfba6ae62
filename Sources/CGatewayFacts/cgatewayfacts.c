// Data files about gateways, apart from the engine's own, so that a change of them rebuilds little.
#include "cgatewayfacts.h"

static const unsigned char gateway_skus[] = {
#embed "gateway-skus.tsv"
};

static const unsigned char troubleshoot_codes[] = {
#embed "vpn-troubleshoot-codes.tsv"
};

cgatewayfacts_file cgatewayfacts_gateway_skus(void) {
  return (cgatewayfacts_file){gateway_skus, sizeof gateway_skus};
}

cgatewayfacts_file cgatewayfacts_troubleshoot_codes(void) {
  return (cgatewayfacts_file){troubleshoot_codes, sizeof troubleshoot_codes};
}
