# Contacts out of files.
import-text = { $text }
import-how = Just send me the file here in the chat: contacts as vCard, CSV or Excel, or an exported WhatsApp chat (.txt or .zip). I will show you first what I would add.
import-preview = In "{ $file }" there { $count ->
        [one] is one new contact
       *[other] are { $count } new contacts
    }{ $skipped ->
        [0] .
       *[other] , { $skipped } I leave out.
    }
import-sample = • { $name } ({ $reach })
import-more = … and { $count } more
import-lines = { $count } messages
import-nobody = There is nobody in "{ $file }" whom I could add.
import-locked = { $count ->
        [one] Somebody from your team is already working on one of them.
       *[other] Somebody from your team is already working on { $count } of them.
    } You can add them, but writing waits until they are free or your leader wants it so.
import-no-consent = An import is no consent: before I write by myself, I need your okay for each person.
import-running = On it: { $done } of { $total } contacts.
import-progress = On it: { $done } of { $total } contacts.
import-done = Done. From "{ $file }" I have added { $created ->
        [one] one contact
       *[other] { $created } contacts
    }{ $joined ->
        [0] .
        [one] {""} and kept one chat.
       *[other] {""} and kept { $joined } chats.
    }
import-skipped = No. { $row }: { $shown } – { $reason }
import-skipped-more = … and { $count } more left out
import-skip-empty = empty
import-skip-no-address = no number and no e-mail
import-skip-unreadable-address = number or e-mail not readable
import-skip-unreadable-card = card not readable
import-skip-twice = is in the file twice
import-skip-known = you have this one already
import-skip-group = a group chat, I add nobody from it
import-skip-only-yourself = only you write here
import-problem-gone = I do not have that file any more. Please send it again.
import-problem-too-large = That file is too large for me. Please split it and send it again.
import-problem-too-many = There are more than 5,000 contacts in "{ $file }". Please split the file.
import-problem-no-table = I cannot read "{ $file }" as a table. Please save it as CSV or .xlsx and send it again.
import-problem-no-text = "{ $file }" is no text file. I read vCard, CSV, Excel and exported WhatsApp chats.
import-problem-nothing-inside = I found nothing in "{ $file }" that looks like contacts.
import-problem-no-chat-inside = There is no exported WhatsApp chat in "{ $file }". I read vCard, CSV, Excel and exported chats.
import-unknown = I don't know this import any more.
import-over = That import is settled already, nothing more happens here.
import-undone = { $gone ->
        [one] One contact is
       *[other] { $gone } contacts are
    } gone again.{ $kept ->
        [0] {""}
        [one] {" "}I kept one because something has happened meanwhile.
       *[other] {" "}I kept { $kept } because something has happened meanwhile.
    }
button-import = Add ({ $count })
button-import-undo = Undo import
