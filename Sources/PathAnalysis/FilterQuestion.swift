internal import AzureResources
internal import Filtering

/// What filters are asked: what they do with a flow at a place.
struct FilterQuestion: Hashable {
  let flow: Flow
  let direction: TrafficDirection
  let place: FilterPlace
}
