## Sharing views

share-made =
    Here is your link, read-only and without numbers and addresses. It works until { $until }:
    { $url }
share-days = For how many days should the link work? Anything from 1 to { $most }.
share-none = Nothing is shared right now.
share-stopped = { $count ->
    [one] The link no longer works.
   *[other] { $count } links no longer work.
}
button-stop-sharing = Stop sharing
