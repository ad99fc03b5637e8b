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

## Who saw my data

accesses-none = Nobody but you has looked at your contacts or figures.
accesses-answer =
    This is what others in your team saw of yours:
    { $lines }
accesses-leads = your contacts in the team's list
accesses-lead = one of your contacts
accesses-figures = your figures
accesses-talk = one of your conversations
accesses-export = your contacts as a file
accesses-share-link = your contacts through a shared link
accesses-voice = your writing style
accesses-help = where you are stuck
accesses-draft = one of your drafts
accesses-more = … and { $count } more times
