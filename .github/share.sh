#!/usr/bin/env bash
# Make a pull request of the record from "unknown-quotes add --from-issue", or say in the issue why there is none.
#
# share.sh FOLDER NUMBER: FOLDER has code.txt (the exit code), said.txt (the output) and record.patch.
# NUMBER is the number of the issue. Text of others is only in files, and never part of a command.
set -euo pipefail
shared=$1
number=$2
[[ $number =~ ^[0-9]+$ ]]

# Each line is indented, so that it is code: no mention, no link and no end of the block.
said() {
  head -c 50000 "$shared/said.txt" | tr '\r\v\f' '   ' | sed 's/^/    /'
}

comment() {
  { echo "$1"; echo; said; } >"$shared/body.md"
  gh issue comment "$number" --body-file "$shared/body.md"
}

if [ "$(cat "$shared/code.txt")" != 0 ]; then
  comment "There is no record of this quotation yet. Edit the issue, and it is tried again:"
  exit 0
fi
if [ ! -s "$shared/record.patch" ]; then
  comment "There is nothing to add:"
  exit 0
fi

branch="quote/issue-$number"
git switch --quiet --create "$branch"
git apply --index --include='quotes/*.yaml' --include='quotes/*.json' "$shared/record.patch"
git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
  commit --quiet --message "Record the quotation of issue #$number"
git push --quiet --force origin "HEAD:refs/heads/$branch"

{
  echo "The record of #$number. Compare the words with the source before you merge it."
  echo
  echo "Closes #$number."
  echo
  said
} >"$shared/body.md"
open=$(gh pr list --head "$branch" --state open --json number --jq length)
if [ "$open" = 0 ]; then
  gh pr create --head "$branch" --title "Quotation of issue #$number" --body-file "$shared/body.md"
else
  gh pr edit "$branch" --body-file "$shared/body.md"
fi
