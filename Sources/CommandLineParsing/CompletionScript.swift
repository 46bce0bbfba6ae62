/// The scripts that make shells ask the program for candidates.
struct CompletionScript {
  let program: String

  /// How the scripts are used, for help and the manual.
  var installation: String {
    """
    Put the line for your shell into its startup file:

      bash  source <(\(program) completion bash)
      zsh   source <(\(program) completion zsh)
      fish  \(program) completion fish | source
    """
  }

  func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// A name that is safe inside a function's name.
  private var function: String {
    String(program.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// Bash splits words at `=` and `:` too, so they are joined again before the program sees them, and what stands
  /// before the last such character is taken off the candidates: it is already on the line.
  private var bash: String {
    #"""
    # bash completion for \#(program)
    _\#(function)() {
      local IFS=$' \t\n' rest=$COMP_LINE word line note lead= paths= words=() i
      for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i > 0)) && [[ -n $word && $rest == "$word"* ]]; then
          words[${#words[@]} - 1]+=$word
        else
          words+=("$word")
        fi
        rest=${rest#"${rest%%[![:space:]]*}"}
        rest=${rest#"$word"}
      done
      local current=${words[${#words[@]} - 1]}
      [[ $current == *[=:]* ]] && lead=${current%"${current##*[=:]}"}
      COMPREPLY=()
      while IFS= read -r line; do
        word=${line%%$'\t'*} note=${line#*$'\t'}
        if [[ -z $word ]]; then
          paths=$note
        else
          printf -v word %q "${word#"$lead"}"
          COMPREPLY+=("$word")
        fi
      done < <("${words[0]/#\~/$HOME}" __complete -- "${words[@]:1}" 2>/dev/null)
      [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
      if [[ -n $paths ]]; then
        compopt -o filenames
        local kind=-f
        [[ $paths == folders ]] && kind=-d
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$kind" -- "${current#--*=}")
      fi
    }
    complete -F _\#(function) \#(program)

    """#
  }

  private var zsh: String {
    #"""
    #compdef \#(program)
    # zsh completion for \#(program)
    _\#(function)() {
      local line word note paths=
      local -a candidates
      while IFS= read -r line; do
        word=${line%%$'\t'*} note=
        [[ $line == *$'\t'* ]] && note=${line#*$'\t'}
        if [[ -z $word ]]; then
          paths=$note
        else
          candidates+=("${word//:/\\:}${note:+:$note}")
        fi
      done < <("${${(Q)words[1]}/#\~/$HOME}" __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
      (( $#candidates )) && _describe '\#(program)' candidates
      if [[ -n $paths ]]; then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        if [[ $paths == folders ]]; then _files -/; else _files; fi
      fi
    }
    if [[ $funcstack[1] == _\#(function) ]]; then
      _\#(function) "$@"
    else
      compdef _\#(function) \#(program)
    fi

    """#
  }

  private var fish: String {
    #"""
    # fish completion for \#(program)
    function __\#(function)_complete
      set -l words (commandline -opc)
      set -l current (commandline -ct)
      set -l command $words[1]
      set -e words[1]
      for line in ($command __complete -- $words "$current" 2>/dev/null)
        switch $line
          case \t'files'
            __fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current")
          case \t'folders'
            __fish_complete_directories (string replace -r -- '^--[^=]*=' '' "$current")
          case '*'
            printf '%s\n' $line
        end
      end
    end
    complete -c \#(program) -f -a '(__\#(function)_complete)'

    """#
  }
}
