# Templates for the team.
playbook-none = There is no template in the team yet.
playbook-unknown = I don't know the template "{ $name }".
playbook-which = Which template do you mean?
playbook-name-taken = There is a template called "{ $name }" already. What shall it be called?
playbook-sequence-unknown = Which sequence do you mean by "{ $name }"? There are: { $titles }.
playbook-line = • { $title } ({ $steps ->
        [one] one step
       *[other] { $steps } steps
    })
playbook-created = The template "{ $name }" is made:
    { $lines }
    Only you can see it so far.
playbook-published-already = "{ $name }" is published already.
playbook-published = "{ $name }" is there for the team now. Told: { $names }.
playbook-offered = { $leader } shares the template "{ $name }" with you:
    { $lines }
playbook-cloned-already = You have "{ $name }" already, in its newest state.
playbook-cloned = "{ $name }" is yours now:
    { $lines }
    You can start it right away.
playbook-version-unknown = There is no such version of "{ $name }".
playbook-unchanged = Nothing has changed in "{ $name }", so there is nothing to hand out.
playbook-new = + { $title }
playbook-gone = – { $title }
playbook-changed = ~ { $title }: new { $more }; gone { $less }
playbook-reworded = ~ { $title }: other texts or times
playbook-pushed = "{ $name }" is version { $version } now.
    { $changes }
    Updated: { $updated }. Changed their own, I ask them: { $asked }.
playbook-updated = { $leader } has changed "{ $name }", your copy is up to date:
    { $changes }
    What runs already goes on as it began.
playbook-conflict = { $leader } has changed "{ $name }":
    { $changes }
    You have adapted { $own } yourself. Shall I take the new version?
playbook-performance = "{ $name }" (version { $version }): taken over { $clones } times, { $started } runs, { $response } % answers, { $partners } new partners ({ $conversion } %). It goes best with { $best }, weakest with { $worst }.
playbook-performance-early = "{ $name }" (version { $version }): taken over { $clones } times, { $started } runs, { $response } % answers, { $partners } new partners ({ $conversion } %). It is too early to compare.
button-publish = Give to the team
button-clone = Take over
button-take = Take the new version
playbook-ask-name = What shall the template be called?
